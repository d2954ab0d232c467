import { bytesFrom, textOf } from './bytes'
import { rawView, viewOf } from './views'

/**
 * What structured clone keeps, as text: a binding between a page and Node carries only strings. Cycles and shared objects stay so.
 * Runs in Node and in the page. A value is itself when JSON can say it; anything else is an array that begins with a letter.
 */
type Encoded = string | number | boolean | null | Encoded[]

/** Throws a `DataCloneError` for what structured clone refuses, such as a function. */
export function encode(root: unknown): string {
  const seen = new Map<object, number>()
  const go = (value: unknown): Encoded => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return ['u']
    if (typeof value === 'number') {
      if (Number.isFinite(value) && !Object.is(value, -0)) return value
      return ['n', Object.is(value, -0) ? '-0' : String(value)]
    }
    if (typeof value === 'bigint') return ['b', String(value)]
    if (typeof value !== 'object') throw uncloneable(String(value))
    const known = seen.get(value)
    if (known !== undefined) return ['r', known]
    seen.set(value, seen.size)
    return object(value)
  }
  const object = (value: object): Encoded => {
    if (Array.isArray(value)) return ['a', Array.from(value, go)]
    if (value instanceof Date) return ['d', value.getTime()]
    if (value instanceof RegExp) return ['x', value.source, value.flags]
    if (value instanceof Map) return ['m', Array.from(value, ([key, item]) => [go(key), go(item)])]
    if (value instanceof Set) return ['s', Array.from(value, go)]
    if (value instanceof ArrayBuffer) return ['ab', textOf(new Uint8Array(value))]
    if (ArrayBuffer.isView(value))
      return ['v', viewOf(value), textOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
    if (value instanceof Error) return ['e', value.name, value.message, value.stack ?? '']
    const tag = Object.prototype.toString.call(value).slice(8, -1)
    if (tag !== 'Object') throw uncloneable(tag)
    return ['o', Object.entries(value).map(([key, item]) => [key, go(item)])]
  }
  return JSON.stringify(go(root))
}

/** The value that `encode` was given, in copies of its own. Throws on text that `encode` did not write. */
export function decode(text: string): unknown {
  const seen: object[] = []
  const keep = <T extends object>(value: T): T => {
    seen.push(value)
    return value
  }
  const go = (encoded: Encoded | undefined): unknown => {
    if (!Array.isArray(encoded)) return encoded
    const [letter, first, second, third] = encoded
    if (letter === 'u') return undefined
    if (letter === 'n') return Number(first)
    if (letter === 'b') return BigInt(String(first))
    if (letter === 'r') return seen[Number(first)]
    if (letter === 'd') return keep(new Date(Number(first)))
    if (letter === 'x') return keep(new RegExp(String(first), String(second)))
    if (letter === 'ab') return keep(bytesFrom(String(first)).buffer)
    if (letter === 'v') return keep(rawView(String(first), bytesFrom(String(second)).buffer))
    if (letter === 'e') {
      const error = keep(new Error(String(second)))
      return Object.assign(error, { name: String(first), stack: String(third) })
    }
    return container(String(letter), Array.isArray(first) ? first : [])
  }
  const container = (letter: string, items: Encoded[]): unknown => {
    const pairs = () => items.map((item) => (Array.isArray(item) ? item : []))
    if (letter === 'a') {
      const array: unknown[] = keep([])
      for (const item of items) array.push(go(item))
      return array
    }
    if (letter === 's') {
      const set = keep(new Set())
      for (const item of items) set.add(go(item))
      return set
    }
    if (letter === 'm') {
      const map = keep(new Map())
      for (const [key, item] of pairs()) map.set(go(key), go(item))
      return map
    }
    if (letter !== 'o') throw new TypeError(`not the codec's text: ${letter}`)
    const object = keep({})
    // Defined, not assigned: a key may be `__proto__`.
    for (const [key, item] of pairs())
      Object.defineProperty(object, String(key), { value: go(item), enumerable: true, writable: true, configurable: true })
    return object
  }
  return go(JSON.parse(text))
}

const uncloneable = (what: string) => new DOMException(`${what} could not be cloned.`, 'DataCloneError')
