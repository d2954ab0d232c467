import type { ImportFormat } from '../../../../src-shared/contract/import'
import { mostEntries } from '../../../../src-shared/domain/import-limits'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import type { ParsedFile } from '../parsed-file'
import { bitwarden } from './bitwarden'
import { csv } from './csv'
import { env } from './env'
import { kdbx } from './kdbx'
import { isOwnExport } from './own-export'
import { refusedKind } from './refused-kind'
import { type Content, type FileKey, type Source, unreadable } from './source'
import { textOf } from './text'

/** In this order they are asked. */
const sources: readonly Source[] = [kdbx, bitwarden, env, csv]

/** `file` is missing where it does not open without a key. */
export interface ReadAnswer {
  format: ImportFormat
  file?: ParsedFile
}

/**
 * Finds out what a file is, and reads it where it opens. Slow for large files and for protected ones: in a host, in a thread of its own.
 * Throws `IMPORT_UNREADABLE`, or `WRONG_PASSWORD`.
 */
export async function readFile(bytes: Uint8Array, key: FileKey | undefined): Promise<ReadAnswer> {
  if (bytes.length === 0) throw unreadable(words.empty)
  if (isOwnExport(bytes)) return { format: 'neurocad' }
  const content = contentOf(bytes)
  const source = sources.find((each) => each.recognises(content))
  if (source === undefined) throw unreadable(refusedKind(content))
  const { format } = source
  if (source.needsKey(content) && key === undefined) return { format }
  const file = await source.read(content, key ?? { password: '' })
  const count = file.table?.rows.length ?? file.entries.length
  if (count === 0) throw unreadable(words.nothingInIt)
  if (count > mostEntries) throw unreadable(words.tooMany(count, mostEntries))
  return { format, file }
}

function contentOf(bytes: Uint8Array): Content {
  const text = textOf(bytes)
  return { bytes, text, json: text === undefined ? undefined : jsonOf(text) }
}

function jsonOf(text: string): Content['json'] {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Content['json']) : undefined
  } catch {
    // Not JSON, then. The parser's message quotes the file.
    return undefined
  }
}
