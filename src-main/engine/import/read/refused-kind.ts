import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import type { Content } from './source'

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** Why a file that nothing here reads is refused, by what it looks like. */
export function refusedKind({ bytes, text, json }: Content): string {
  // The second half of the signature of KeePass 1.
  if (startsWith(bytes, [0x03, 0xd9, 0xa2, 0x9a, 0x65, 0xfb, 0x4b, 0xb5])) return words.keePass1
  if (startsWith(bytes, [0x50, 0x4b])) return words.archive
  if (json !== undefined || text?.trimStart().startsWith('[')) return words.unknownJson
  if (text?.trimStart().startsWith('{')) return words.brokenJson
  if (text?.trimStart().startsWith('<')) return words.markup
  return text === undefined ? words.unknownBytes : words.unknownText
}
