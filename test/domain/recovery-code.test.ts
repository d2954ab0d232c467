import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printRecoveryCode, RECOVERY_SYMBOLS, readRecoveryCode } from '../../src-shared/domain/recovery-code'

const random = fc.uint8Array({ minLength: RECOVERY_SYMBOLS, maxLength: RECOVERY_SYMBOLS })
const symbolsOf = (code: string) => code.replaceAll('-', '').slice(0, RECOVERY_SYMBOLS)

test('a code is 130 bits in seven groups of four signs that are not mistaken for each other', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = printRecoveryCode(bytes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readRecoveryCode(code)).toBe(symbolsOf(code))
    }),
  )
  expect(32 ** RECOVERY_SYMBOLS).toBeGreaterThanOrEqual(2 ** 128)
  expect(() => printRecoveryCode(new Uint8Array(25))).toThrow(RangeError)
})

test('it is read whatever its case, spaces and dashes, and with the letters that look like its digits', () => {
  const code = printRecoveryCode(Uint8Array.from({ length: RECOVERY_SYMBOLS }, (_, index) => index % 3))
  const symbols = symbolsOf(code)
  const looksLike = code.replaceAll('0', 'o').replaceAll('1', 'l')
  for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' – '), ` ${looksLike}\n`])
    expect(readRecoveryCode(typed)).toBe(symbols)
  expect(readRecoveryCode(code.replaceAll('1', 'I'))).toBe(symbols)
})

test('a single wrong sign, and any two that changed places, are typing mistakes', () => {
  const other = fc.integer({ min: 1, max: 31 })
  const at = fc.integer({ min: 0, max: 27 })
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(random, at, at, other, (bytes, first, second, step) => {
      const signs = [...printRecoveryCode(bytes).replaceAll('-', '')]
      const [a = '', b = ''] = [signs[first], signs[second]]
      const wrong = signs.with(first, alphabet.charAt((alphabet.indexOf(a) + step) % 32))
      expect(readRecoveryCode(wrong.join(''))).toBeUndefined()
      if (a !== b && first < 26 && second < 26)
        expect(readRecoveryCode(signs.with(first, b).with(second, a).join(''))).toBeUndefined()
    }),
  )
})

test.each(['', '7KQ2', 'U'.repeat(28), '🔑'.repeat(14), '0'.repeat(27), '0'.repeat(29), '*'.repeat(28)])(
  '%j cannot be a code',
  (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined()
  },
)
