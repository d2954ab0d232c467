import { expect, test } from 'vitest'
import { decode, encode } from './codec'

const copy = (value: unknown) => decode(encode(value))

test.each([
  ['nothing', undefined],
  ['null', null],
  ['text with quotes and newlines', '"\n\u2028'],
  ['numbers JSON has not', [Number.NaN, Number.POSITIVE_INFINITY, -0]],
  ['a bigint', 2n ** 70n],
  ['lists of lists that look like the codec’s own', [['u'], ['n', '1'], ['r', 0]]],
  ['a date', new Date(1_700_000_000_000)],
  ['a pattern', /a+/gi],
  ['a map with objects as keys', new Map([[{ a: 1 }, new Set([1, 'b'])]])],
  ['bytes', new Uint8Array([0, 1, 254, 255]).buffer],
  ['a view of 20,000 bytes', new Uint8Array(20_000).fill(7)],
  ['doubles', new Float64Array([0.1, -3])],
  ['undefined members', { a: undefined, b: [undefined] }],
])('%s arrives as it was', (_name, value) => {
  expect(copy(value)).toEqual(value)
})

test('a member called __proto__ is a member', () => {
  const arrived = copy(JSON.parse('{"__proto__": {"admin": true}}'))
  expect(Object.keys(arrived as object)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype)
})

test('cycles and shared objects stay what they are', () => {
  const shared = { n: 1 }
  const value: Record<string, unknown> = { left: shared, right: shared }
  value.self = value
  const arrived = copy(value) as typeof value
  expect(arrived.self).toBe(arrived)
  expect(arrived.left).toBe(arrived.right)
  expect(arrived.left).not.toBe(shared)
})

test('an error keeps its name and message', () => {
  const arrived = copy(new RangeError('too far'))
  expect(arrived).toBeInstanceOf(Error)
  expect(arrived).toMatchObject({ name: 'RangeError', message: 'too far' })
})

test.each([
  ['a function', () => {}],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
  ['one within', { deep: [() => {}] }],
])('%s is refused, as structured clone does', (_name, value) => {
  expect(() => encode(value)).toThrow(expect.objectContaining({ name: 'DataCloneError' }))
})
