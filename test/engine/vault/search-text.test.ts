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
      for (const { owners, different } of text.find(prefix)) {
        if (different === undefined) continue
        expect([...owners], prefix).toEqual([...owners].sort((a, b) => a - b))
        expect(different, prefix).toBe(new Set(owners).size)
      }
      const found = new Set(text.find(prefix).flatMap(({ owners }) => [...owners]))
      const wanted = all.flatMap((words, document) => (words.some((one) => one.startsWith(prefix)) ? [document] : []))
      expect(
        [...found].sort((a, b) => a - b),
        prefix,
      ).toEqual(wanted)
    }
  })
  await fc.assert(lives, { numRuns: 300 })
})

/** Enough of each that none of them is looked through one by one. */
const many = [
  'same',
  'samewo',
  'sameword',
  'samewords',
  'samex',
  'straße',
  'strasbourg',
  'str',
  'ü',
  'üb',
  '42',
  '425',
  '9',
].flatMap((word) => Array<string>(150).fill(word))
const beginnings = [...new Set(many.flatMap((word) => Array.from(word, (_, index) => word.slice(0, index + 1))))]
const wrong = beginnings.flatMap((beginning) => [`${beginning}q`, `${beginning.slice(0, -2)}q${beginning.slice(-1)}`])

test('of words that thousands have, each beginning finds its own, in whatever order they are looked for', async () => {
  const order = fc.shuffledSubarray([...beginnings, ...wrong], { minLength: beginnings.length })
  const lives = fc.asyncProperty(order, fc.boolean(), async (asked, isPrepared) => {
    const text = new SearchText()
    for (const word of many) text.add(joined([word]))
    if (isPrepared) await text.prepare(turnsWith(-1, () => undefined))
    for (const prefix of asked) {
      const found = text.find(prefix).flatMap(({ owners }) => [...owners])
      const wanted = many.flatMap((word, document) => (word.startsWith(prefix) ? [document] : []))
      expect(
        found.sort((a, b) => a - b),
        prefix,
      ).toEqual(wanted)
    }
  })
  await fc.assert(lives, { numRuns: 40 })
})

test('a tree that much has come after is made anew in turns, while everything is found', async () => {
  const text = new SearchText()
  const add = (count: number) => {
    for (let document = 0; document < count; document++) text.add(joined([`a${document % 7}`, `b${document % 11}`, 'c']))
  }
  const owners = (prefix: string) => new Set(text.find(prefix).flatMap((found) => [...found.owners])).size
  add(100)
  await text.prepare(turnsWith(0, () => undefined))
  expect(text.find('a')).toHaveLength(1)
  // Few: they are looked through one by one.
  add(500)
  await text.prepare(turnsWith(0, () => undefined))
  expect(text.find('a')).toHaveLength(2)
  add(400)
  let between = 0
  await text.prepare(turnsWith(3, () => (between = owners('a'))))
  expect(between).toBe(1000)
  expect(text.find('a')).toHaveLength(1)
  expect([owners('a'), owners('a3'), owners('b10')]).toEqual([1000, 142, 90])
})
