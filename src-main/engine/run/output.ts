import type { Json } from '../../../src-shared/domain/recipe/json'
import type { Secrets } from './redact'

/** Of a node's output, as it is kept: bytes of its JSON. */
const MOST_KEPT = 64 * 1024
/** Deeper than anything a provider answers, and shallow enough for every walk over it. */
const MOST_DEPTH = 64

/**
 * What a node gave, as later nodes and the run's data may have it: plain JSON without anything that a request carried. A key
 * named `credentials` goes by another name, because nothing leaves the engine that has one; `__proto__` goes altogether.
 */
export function cleanOutput(output: unknown, secrets: Secrets, depth = 0): Json {
  if (typeof output === 'string') return secrets.hide(output)
  if (typeof output === 'number') return Number.isFinite(output) ? output : null
  if (typeof output === 'boolean') return output
  if (typeof output !== 'object' || output === null || depth >= MOST_DEPTH) return null
  if (Array.isArray(output)) return output.map((item) => cleanOutput(item, secrets, depth + 1))
  const entries = Object.entries(output).filter(([name, value]) => name !== '__proto__' && value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name === 'credentials' ? 'credentials_' : secrets.hide(name),
      cleanOutput(value, secrets, depth + 1),
    ]),
  )
}

/** Text that is kept of an output, and whether that is less than there was. */
export function keptOutput(output: Json | undefined, most = MOST_KEPT): { output: string | null; outputTruncated: boolean } {
  if (output === undefined) return { output: null, outputTruncated: false }
  const whole = JSON.stringify(output)
  if (Buffer.byteLength(whole) <= most) return { output: whole, outputTruncated: false }
  for (const [characters, entries] of [
    [4096, 100],
    [512, 20],
    [80, 5],
  ] as const) {
    const part = JSON.stringify(shortened(output, characters, entries))
    if (Buffer.byteLength(part) <= most) return { output: part, outputTruncated: true }
  }
  return { output: null, outputTruncated: true }
}

function shortened(value: Json, characters: number, entries: number): Json {
  if (typeof value === 'string') return value.length <= characters ? value : `${value.slice(0, characters)}…`
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.slice(0, entries).map((item) => shortened(item, characters, entries))
  const some = Object.entries(value).slice(0, entries)
  return Object.fromEntries(some.map(([name, item]) => [name, shortened(item, characters, entries)]))
}
