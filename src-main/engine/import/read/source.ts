import type { ImportFormat } from '../../../../src-shared/contract/import'
import { EngineError } from '../../error'
import type { ParsedFile } from '../parsed-file'

/** What a protected file is opened with. */
export interface FileKey {
  password: string
  keyFile?: Uint8Array
}

/**
 * A file as its content shows it. `text` is there where all of it is text (UTF-8, or UTF-16 with a mark), and `json` where that is
 * an object in JSON.
 */
export interface Content {
  bytes: Uint8Array
  text: string | undefined
  json: Readonly<Record<string, unknown>> | undefined
}

/** One kind of file. All of them refuse by `IMPORT_UNREADABLE`, in words that name what to do instead. */
export interface Source {
  format: ImportFormat
  recognises(content: Content): boolean
  /** Whether it opens with a key alone. Throws where no key would open it here. */
  needsKey(content: Content): boolean
  /** Throws `WRONG_PASSWORD` where the key is another one. */
  read(content: Content, key: FileKey): Promise<ParsedFile>
}

export const unreadable = (message: string, path = 'file'): EngineError =>
  new EngineError('IMPORT_UNREADABLE', { fields: [{ path, message }] }, message)

export const wrongPassword = (message: string): EngineError =>
  new EngineError('WRONG_PASSWORD', { fields: [{ path: 'password', message }] }, message)
