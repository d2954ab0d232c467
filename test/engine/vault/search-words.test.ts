import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWords, searchWords } from '../../../src-main/engine/vault/search-words'

test.each([
  ['İst', 'İstanbul Ofisi'],
  ['ist', 'İstanbul Ofisi'],
  ['fiancé', 'ﬁancé ventures'],
  ['strasse', 'Lange Straße'],
  ['STRASSE', 'Lange Straße'],
  ['cafe', 'Cafe\u0301 Nord'],
  ['ＡＣＭＥ', 'acme'],
  ['한국', '한국어 팀'],
  ['or', 'OR NOT NEAR'],
  ['οδος', 'ΟΔΟΣ Α'],
])('%s finds the beginning of a word of %s', (typed, text) => {
  const words = searchWords(text)
  for (const part of searchWords(typed)) expect(words.some((word) => word.startsWith(part))).toBe(true)
})

test('whatever is typed, only letters and digits are left, and folding again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const words = searchWords(text)
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
      expect(searchWords(words.join(' '))).toEqual(words)
    }),
    { numRuns: 5000 },
  )
})

test('a text of ASCII has the same words as by folding it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (text) => {
      expect(searchWords(text)).toEqual(foldedWords(text))
    }),
    { numRuns: 5000 },
  )
})
