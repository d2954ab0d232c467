import { transferWords as words } from '../../../src-shared/words/en/transfer'
import { EngineError, invalidInput } from '../error'
import { isSealedExport } from '../import/read/own-export'
import type { DeriveKey } from '../vault/password-slot'
import type { Turns } from '../vault/turns'
import { DocumentError, DocumentReader, type ExportedRecord } from './document'
import { openFile, SealedFileError } from './sealed-file'

const PLAIN_PIECE = 64 * 1024

const unreadable = (message: string) => new EngineError('IMPORT_UNREADABLE', {}, message)

/**
 * All that is in an export. Throws `INVALID_INPUT` for `exportPassword` where it does not open, and `IMPORT_UNREADABLE` where it was
 * cut, changed or written by a later version.
 */
export async function readExport(
  bytes: Uint8Array,
  password: string | undefined,
  { derive, turns }: { derive: DeriveKey; turns: Turns },
): Promise<{ exportedAt: string; records: readonly ExportedRecord[] }> {
  if (isSealedExport(bytes) && password === undefined) throw invalidInput('exportPassword', words.ownPasswordMissing)
  const reader = new DocumentReader()
  const pieces = isSealedExport(bytes) ? openFile(bytes, { password: password ?? '', derive }) : piecesOf(bytes)
  try {
    for await (const line of linesOf(pieces)) {
      reader.take(line)
      await turns.pause()
    }
    reader.end()
  } catch (error) {
    throw named(error)
  }
  return reader
}

function named(error: unknown): unknown {
  if (error instanceof SealedFileError) {
    if (error.problem === 'password') return invalidInput('exportPassword', words.wrongOwnPassword)
    return unreadable(error.problem === 'unknown_format' ? words.newer : words.damaged)
  }
  if (!(error instanceof DocumentError)) return error
  return unreadable(error.problem === 'newer' ? words.newer : words.badLine(error.line))
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PLAIN_PIECE) yield bytes.subarray(at, at + PLAIN_PIECE)
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
