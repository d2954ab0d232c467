/**
 * The words of a text as search compares them: compatibility forms, case and accents folded, so that "istanbul" finds
 * "İstanbul", "fiance" the "ﬁancé" with a ligature, and "strasse" the "Straße". The same for what is searched and what is typed.
 * Letters and digits alone are left, so nothing of the query language can be typed.
 */
export const searchWords = (text: string): string[] => (isAscii(text) ? asciiWords(text) : foldedWords(text))

// The same of a text that has nothing to fold but its capitals: nearly every one, and each keystroke waits for it.
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)
const asciiWords = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** Exported for the test that compares it with the shorter way. */
export const foldedWords = (text: string): string[] =>
  withoutMarks(withoutMarks(text).toLowerCase().toUpperCase().toLowerCase())
    // The one letter whose lower case depends on what follows it.
    .replaceAll('ς', 'σ')
    .match(/[\p{L}\p{N}]+/gu) ?? []

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')
