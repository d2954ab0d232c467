/**
 * The words of a text as search compares them: compatibility forms, case and accents folded, so that "istanbul" finds
 * "İstanbul", "fiance" the "ﬁancé" with a ligature, and "strasse" the "Straße". The same for what is searched and what is typed.
 * Letters and digits alone are left, so nothing of the query language can be typed.
 */
export const searchWords = (text: string): string[] => asciiWords(text) ?? foldedWords(text)

/** The same of a text that has nothing to fold but its capitals: nearly every one, and each keystroke waits for it. Undefined of others. */
function asciiWords(text: string): string[] | undefined {
  const lower = text.toLowerCase()
  const words: string[] = []
  let begin = -1
  for (let at = 0; at < text.length; at++) {
    // Of the text itself: what is not ASCII may be in lower case.
    if (text.charCodeAt(at) > 0x7f) return undefined
    const isInWord = isLetterOrDigit(lower.charCodeAt(at))
    if (isInWord && begin === -1) begin = at
    if (isInWord || begin === -1) continue
    words.push(lower.slice(begin, at))
    begin = -1
  }
  if (begin !== -1) words.push(lower.slice(begin))
  return words
}

const isLetterOrDigit = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)

/** Exported for the test that compares it with the shorter way. */
export const foldedWords = (text: string): string[] =>
  withoutMarks(withoutMarks(text).toLowerCase().toUpperCase().toLowerCase())
    // The one letter whose lower case depends on what follows it.
    .replaceAll('ς', 'σ')
    .match(/[\p{L}\p{N}]+/gu) ?? []

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')
