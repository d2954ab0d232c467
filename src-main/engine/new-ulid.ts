import { ulid } from 'ulid'

const RANDOM_CHARACTERS = 16

/** A ULID whose random part is drawn at once: left to itself, `ulid` asks the system for each of its characters. */
export function newUlid(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_CHARACTERS))
  let at = 0
  // 256 is 8 times 32: every character is as likely.
  return ulid(now, () => (bytes[at++] ?? 0) / 256)
}
