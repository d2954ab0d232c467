import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SearchText } from '../../../src-main/engine/vault/search-text'
import type { Turns } from '../../../src-main/engine/vault/turns'

const end = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ß', '4'), minLength: 1, maxLength: 4 })
/** Many that begin alike, and many that are the same. */
const alike = fc.tuple(fc.constantFrom('same', 'samewo', 'sames'), fc.oneof(fc.constant(''), end)).map((parts) => parts.join(''))
const word = fc.oneof(end, alike)
const documents = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 300 })
const joined = (words: readonly string[]) => `${words.join(' ')} `

/** Does something else in one of the turns. */
const turnsWith = (which: number, work: () => void): Turns => {
  let turn = 0
  const turns: Pick<Turns, 'pause'> = {
    pause: async () => {
      if (turn++ === which) work()
    },
  }
  return turns as Turns
}

test('prepared in turns, with more added or looked for between two of them, a text finds what is in it', async () => {
  const lives = fc.asyncProperty(documents, documents, fc.nat(12), fc.boolean(), async (first, more, which, looks) => {
    const text = new SearchText()
    for (const words of first) text.add(joined(words))
    let added: string[][] = []
    const between = () => {
      if (looks) text.find('a')
      for (const words of more) text.add(joined(words))
      added = more
    }
    await text.prepare(turnsWith(which, between))
    const all = [...first, ...added]
    for (const prefix of [
      'a',
      'b',
      'ab',
      'ß',
      '4',
      'abc',
      'ca4',
      's',
      'sam',
      'same',
      'samew',
      'samewo',
      'sames',
      'samesa',
      'samx',
      'samewox',
    ]) {
      const found = new Set(text.find(prefix).flatMap((documents) => [...documents]))
      const wanted = all.flatMap((words, document) => (words.some((one) => one.startsWith(prefix)) ? [document] : []))
      expect(
        [...found].sort((a, b) => a - b),
        prefix,
      ).toEqual(wanted)
    }
  })
  await fc.assert(lives, { numRuns: 300 })
})
