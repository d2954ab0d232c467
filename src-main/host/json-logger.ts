import type { Logger } from '../engine/port'

/** Names under which a secret would be logged if someone forgot that it must not be. */
const secretName = /token|password|secret|credential|authorization|ticket|cookie/i

/** One JSON object per line: `{ time, level, message, ...facts }`. */
export function jsonLogger(write: (line: string) => void): Logger {
  const log = (level: 'info' | 'error') => (message: string, facts?: Record<string, unknown>) => {
    const line = { time: new Date().toISOString(), level, message, ...facts }
    write(`${JSON.stringify(line, (key, value: unknown) => (secretName.test(key) ? '[withheld]' : value))}\n`)
  }
  return { info: log('info'), error: log('error') }
}
