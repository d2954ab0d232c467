import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberedFileName, plainFileName } from '../../src-shared/domain/plain-file-name'

const bytes = (text: string) => Buffer.byteLength(text)
const a = (count: number) => 'a'.repeat(count)

describe('a name becomes a plain file name', () => {
  test.each([
    ['a plain one stays', 'part 7.step', 'part 7.step'],
    ['so does one in another script', '部品表.csv', '部品表.csv'],
    ['so do several dots within', 'archive.tar.gz', 'archive.tar.gz'],
    ['of a path, the last part', 'a/b/c.step', 'c.step'],
    ['of a way up, the last part', '../../etc/passwd', 'passwd'],
    ['of a Windows path, too', '..\\..\\Windows\\win.ini', 'win.ini'],
    ['of both kinds mixed', '..\\../x\\y/z.txt', 'z.txt'],
    ['absolute', '/etc/shadow', 'shadow'],
    ['with a drive', 'C:\\Users\\ada\\x.txt', 'x.txt'],
    ['with a drive and no separator', 'C:x.txt', 'x.txt'],
    ['on a share', '\\\\server\\share\\x.txt', 'x.txt'],
    ['a folder', 'folder/', 'folder'],
    ['another stream of a file', 'x.txt:evil.exe', 'x.txt_evil.exe'],
    ['look-alike separators', '..\uFF0F..\u2215\u2044x.txt', 'x.txt'],
    ['nothing but ways up', '../..', 'received file'],
    ['one dot', '.', 'received file'],
    ['two dots', '..', 'received file'],
    ['separators alone', '///\\\\', 'received file'],
    ['nothing', '', 'received file'],
    ['spaces', '   ', 'received file'],
    ['what is not seen', '\u200b\u202e\ufeff', 'received file'],
    ['a NUL', 'x.txt\0.exe', 'x.txt.exe'],
    ['a NUL before a way up', '\0../x', 'x'],
    ['a way up with a NUL in it', '.\0./x', 'x'],
    ['control characters', 'a\nb\rc\td\x1be\x7ff\x85.txt', 'abcdef.txt'],
    ['line separators', 'a\u2028b\u2029c', 'abc'],
    ['leading dots', '...bashrc', 'bashrc'],
    ['a hidden file', '.ssh', 'ssh'],
    ['leading spaces and dots', ' . .x', 'x'],
    ['trailing dots and spaces', 'x.txt. . ', 'x.txt'],
    ['a dot hidden by what is not seen', '\u200b.profile', 'profile'],
    ['right-to-left override', 'annual\u202Etxt.exe', 'annualtxt.exe'],
    ['isolates and marks of direction', '\u2066a\u2069\u200f\u200e\u061c.txt', 'a.txt'],
    ['zero-width characters', 'pa\u200brt\u200c\u200d\u2060\ufeff.step', 'part.step'],
    ['a soft hyphen and a Hangul filler', 'a\u00adb\u3164c.txt', 'abc.txt'],
    ['tag characters', 'a\u{E0041}\u{E007F}.txt', 'a.txt'],
    ['variation selectors', 'a\ufe0f.txt', 'a.txt'],
    ['odd spaces', 'a\u00a0b\u3000c.txt', 'a b c.txt'],
    ['decomposed letters', 'cafe\u0301.txt', 'caf\u00e9.txt'],
    ['letters decomposed by what is not seen', 'cafe\u200b\u0301.txt', 'caf\u00e9.txt'],
    ['half a character', 'a\ud800b\udc00.txt', 'ab.txt'],
    ['what is no character', 'a\uffff\ufdd0.txt', 'a.txt'],
    ['private characters', 'a\ue000.txt', 'a.txt'],
    ['what Windows refuses', 'a<b>c"d|e?f*g.txt', 'a_b_c_d_e_f_g.txt'],
  ])('%s', (_, given, plain) => {
    expect(plainFileName(given)).toBe(plain)
  })

  test.each([
    ...['CON', 'con', 'PRN', 'AUX', 'NUL', 'COM0', 'COM1', 'com9', 'LPT1', 'lpt9', 'COM¹', 'LPT³', 'CONIN$', 'CONOUT$'],
    ...['NUL.txt', 'con.tar.gz', 'aux .txt', 'nul . txt', 'Com1.step'],
  ])('%s, a device of Windows, is one no more', (given) => {
    expect(plainFileName(given)).toBe(`_${given}`)
  })

  test.each(['NUL\u200b', 'folder/NUL', 'N\u200bUL.txt', '.NUL', 'NUL. ', 'C:NUL'])('nor is %j', (given) => {
    expect(plainFileName(given)).toMatch(/^_NUL(\.txt)?$/)
  })

  test.each(['CONSOLE', 'COM10', 'null.txt', 'auxiliary', 'xNUL'])('%s is no device', (given) => {
    expect(plainFileName(given)).toBe(given)
  })
})

describe('a long name is cut to 255 bytes', () => {
  test.each([
    ['300 letters', a(300), a(255)],
    ['just as long as it may be', a(255), a(255)],
    ['with its ending kept', `${a(300)}.step`, `${a(250)}.step`],
    ['between characters of several bytes', `${'é'.repeat(200)}.txt`, `${'é'.repeat(125)}.txt`],
    ['between characters of four bytes', '𝄞'.repeat(70), '𝄞'.repeat(63)],
    ['between flags, which are two characters each', '🇩🇪'.repeat(40), '🇩🇪'.repeat(31)],
    ['an ending too long to be one', `x.${a(300)}`, `x.${a(253)}`],
    ['without a space or dot at the cut', `${a(254)} b`, a(254)],
    ['or before the ending', `${a(250)} b.step`, `${a(250)}.step`],
  ])('%s', (_, given, plain) => {
    expect(plainFileName(given)).toBe(plain)
  })

  test('also where one letter has more accents than that', () => {
    const plain = plainFileName(`x${'\u0323\u0301'.repeat(300)}.txt`)
    expect(bytes(plain)).toBeLessThanOrEqual(255)
    expect(plain).toMatch(/^x.+\.txt$/u)
  })
})

test.each([
  ['part.step', 1, 'part.step'],
  ['part.step', 2, 'part (2).step'],
  ['part', 3, 'part (3)'],
  ['archive.tar.gz', 2, 'archive.tar (2).gz'],
  [a(255), 2, `${a(251)} (2)`],
  [`${a(250)}.step`, 10, `${a(245)} (10).step`],
])('%s, taken, becomes number %i: %s', (name, number, expected) => {
  expect(numberedFileName(name, number)).toBe(expected)
})

test('whatever it was, it is one name in one folder, seen as it is, and stays so', () => {
  const odd = fc.constantFrom(
    '/',
    '\\',
    '.',
    ' ',
    ':',
    '\0',
    '\u202e',
    '\u200b',
    'NUL',
    'con',
    '\ud800',
    '\udfff',
    'é',
    '👩‍👩‍👧',
    '\uff0f',
  )
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.oneof(odd, fc.string())).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 100_000 }), (given, number) => {
      const plain = plainFileName(given)
      for (const file of [plain, numberedFileName(plain, number)]) {
        expect(bytes(file)).toBeGreaterThan(0)
        expect(bytes(file)).toBeLessThanOrEqual(255)
        expect(file).toBe(file.normalize('NFC'))
        expect(file).not.toMatch(/[/\\:]|\p{Cc}|^[. ]|[. ]$|\p{Cf}|\p{Cs}/u)
        expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i)
      }
      expect(plainFileName(plain)).toBe(plain)
    }),
    { numRuns: 1000 },
  )
})
