import type { Words } from '../../../src-shared/words'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'áƀçðéƒğĥíĵķłɱñóþɋřšŧúṽŵẋýžÁƁÇÐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ'

/** How much longer than English other languages are, of a text of some length. */
const longer = 0.3

/** "Lock" as "Łóçķ öö": legible, with no letter of English left, and about a third longer. */
function pseudo(text: string): string {
  const said = [...text].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('')
  const more = Math.ceil([...text.matchAll(/[a-z]/gi)].length * longer)
  return `${said}${' ööööö'
    .repeat(Math.ceil(more / 6))
    .slice(0, more + 1)
    .trimEnd()}`
}

/** What a language is made of: sentences, functions that make one, and lists of its parts. */
function translate(entry: unknown): unknown {
  if (typeof entry === 'string') return pseudo(entry)
  if (typeof entry === 'function') return (...given: unknown[]): unknown => translate(entry(...given))
  if (Array.isArray(entry)) return entry.map((part) => (typeof part === 'string' ? translate(part) : part))
  return entry
}

const entriesOf = <Kept extends object>(kept: Kept, change: (entry: unknown) => unknown): Kept =>
  // The same keys with entries of the same kinds, which the mapping cannot say.
  Object.fromEntries(Object.entries(kept).map(([key, entry]) => [key, change(entry)])) as Kept

/** A whole language, made of the English one. */
export const pseudoWords = (english: Words): Words => entriesOf(english, (area) => entriesOf(area as object, translate))
