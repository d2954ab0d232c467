import { runWords } from '../../src-shared/words/en/run'

/** "12 ms", "3.4 s", "2 min 5 s": from one ISO 8601 time to another. */
export function durationInWords(from: string, to: string): string {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from))
  if (ms < 1000) return runWords.milliseconds(ms)
  if (ms < 60_000) return runWords.seconds((ms / 1000).toFixed(1))
  return runWords.minutes(Math.floor(ms / 60_000), Math.floor((ms % 60_000) / 1000))
}
