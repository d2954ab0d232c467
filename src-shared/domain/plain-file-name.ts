import { deliveryWords } from '../words/en/delivery'

/** Bytes of UTF-8 that a name may have on the file systems in use (NAME_MAX), which is also within NTFS's 255 UTF-16 units. */
const MOST_BYTES = 255
/** A longer ending is no file type. */
const MOST_EXTENSION_BYTES = 32

/** What separates folders here or anywhere, and look-alikes that would show a path where there is none. */
const separator = /[/\\\u2044\u2215\u29F5\u29F8\uFE68\uFF0F\uFF3C]/

/**
 * What no name should hold: control characters, what is not shown (zero-width, marks of direction, tags, variation selectors),
 * line separators, halves of characters, private and never assigned ones.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu

/** Refused by Windows; a colon would also name another stream of the file. */
const refusedByWindows = /[<>:"|?*]/g

/**
 * Names of devices on Windows, with whatever ending.
 * Source: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)/i

/**
 * A name that somebody else gave a file, as one that is safe to have in any folder: the last part of a path, in Unicode NFC, without
 * what is not seen, leading dots, trailing dots and spaces, at most 255 bytes of UTF-8 with its ending kept. Never empty. A plain name
 * stays as it is. Pure.
 */
export function plainFileName(given: string): string {
  const parts = given.normalize('NFC').split(separator)
  for (const part of parts.reverse()) {
    const name = plainPart(part)
    if (name !== '') return fitting(name, '')
  }
  return deliveryWords.unnamedFile
}

/** The same name with a number, as a taken one gets: `part.step` becomes `part (2).step`. Within 255 bytes as well. */
export const numberedFileName = (name: string, number: number): string => (number < 2 ? name : fitting(name, ` (${number})`))

function plainPart(part: string): string {
  const name = part
    // A drive letter is not part of a name: `C:file` is a file on that drive.
    .replace(/^\s*[A-Za-z]:/, '')
    .replace(unseen, '')
    .replace(/\s/g, ' ')
    .replace(refusedByWindows, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    // What was taken out may have kept two characters apart that are one.
    .normalize('NFC')
  return reserved.test(name) ? `_${name}` : name
}

/** The name with `suffix` before its ending, cut where it is too long: between characters as people see them. */
function fitting(name: string, suffix: string): string {
  const { stem, extension } = split(name)
  const room = MOST_BYTES - bytes(suffix) - bytes(extension)
  const cut = bytes(stem) <= room ? stem : beginning(stem, room).replace(/[. ]+$/, '')
  return `${cut}${suffix}${extension}`
}

function split(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 ? name.slice(dot) : ''
  return extension !== '' && bytes(extension) <= MOST_EXTENSION_BYTES
    ? { stem: name.slice(0, dot), extension }
    : { stem: name, extension: '' }
}

function beginning(text: string, room: number): string {
  const seen = longest(
    [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment),
    room,
  )
  // One letter under hundreds of accents is one character to the eye, and too long.
  return seen === '' ? longest([...text], room) : seen
}

function longest(characters: readonly string[], room: number): string {
  let end = 0
  let used = 0
  for (const character of characters) {
    used += bytes(character)
    if (used > room) break
    end += character.length
  }
  return characters.join('').slice(0, end)
}

/** Of UTF-8. Half a character counts as the mark that stands for one. */
function bytes(text: string): number {
  let count = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return count
}
