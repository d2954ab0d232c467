import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalBytes } from '../../../src-main/engine/vault/canonical'

const text = (value: object) => new TextDecoder().decode(canonicalBytes(value))

test('every JSON value has the canonical text that the reference implementation of RFC 8785 gives it', () => {
  const object = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }))
  fc.assert(
    fc.property(object, (value) => {
      expect(text(value)).toBe(canonicalize(value))
    }),
  )
})

test('members that are not there, numbers, and the order of names are as RFC 8785 has them', () => {
  expect(
    text({ b: undefined, a: [undefined, 1e21, -0, 0.000001, 1e-7], '\u20ac': 1, '\r': 2, '\ufb33': 3, '\ud83d\ude02': 4 }),
  ).toBe('{"\\r":2,"a":[null,1e+21,0,0.000001,1e-7],"\u20ac":1,"\ud83d\ude02":4,"\ufb33":3}')
  expect(() => canonicalBytes({ a: Number.NaN })).toThrow(TypeError)
  expect(() => canonicalBytes({ a: 1n })).toThrow(TypeError)
  expect(text({ a: 'after one that was refused' }), 'nothing of it is left').toBe('{"a":"after one that was refused"}')
  const asks = { toJSON: () => text({ inner: 1 }) }
  expect(text({ a: 'x'.repeat(3000), asks, z: 'ü"' })).toBe(`{"a":"${'x'.repeat(3000)}","asks":"{\\"inner\\":1}","z":"ü\\""}`)
})
