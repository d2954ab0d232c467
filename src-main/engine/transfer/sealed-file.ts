import type { KdfSettings } from '../vault/kdf-settings'
import { kdfInBounds } from '../vault/kdf-settings'
import type { DeriveKey } from '../vault/password-slot'
import { erase, OpenError, open, randomBytes, SALT_BYTES, SEAL_OVERHEAD, seal } from '../vault/seal'
import type { Turns } from '../vault/turns'

/**
 * An export sealed under a password of its own. Head (32 bytes): `NCXP` · format u32 · Argon2id memory in KiB u32 · passes u32 · salt (16).
 * Then chunks of 64 KiB of text, the last one shorter or empty, each sealed under the derived key as (`export`, `chunk`, its number from 0,
 * `last` or `more`, 1), extra: the head. So a file that was cut, put together otherwise or given another head does not open.
 */
const MAGIC = 0x4e435850
const EXPORT_FORMAT = 1
const EXPORT_HEAD_BYTES = 16 + SALT_BYTES
const CHUNK_BYTES = 64 * 1024
const SEALED_BYTES = CHUNK_BYTES + SEAL_OVERHEAD

const place = (index: number, isLast: boolean) => ({
  vaultId: 'export',
  kind: 'chunk',
  recordId: String(index),
  field: isLast ? 'last' : 'more',
  version: 1,
})

/** What does not open with this password, or not at all. */
export class SealedFileError extends Error {
  constructor(readonly problem: 'password' | 'damaged' | 'unknown_format' | 'kdf_out_of_bounds') {
    super(problem)
    this.name = 'SealedFileError'
  }
}

/** Tells the bytes of the sealed file piece by piece to `write`. `text` comes in pieces of any length. */
export async function sealFile(
  text: AsyncIterable<string>,
  { password, kdf, derive, turns }: { password: string; kdf: KdfSettings; derive: DeriveKey; turns: Turns },
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const head = new Uint8Array(EXPORT_HEAD_BYTES)
  const view = new DataView(head.buffer)
  const salt = randomBytes(SALT_BYTES)
  view.setUint32(0, MAGIC)
  view.setUint32(4, EXPORT_FORMAT)
  view.setUint32(8, kdf.memoryKiB)
  view.setUint32(12, kdf.passes)
  head.set(salt, 16)
  const key = await derive(password, salt, kdf)
  try {
    await write(head)
    let index = 0
    let waiting = Buffer.alloc(0)
    for await (const piece of text) {
      waiting = Buffer.concat([waiting, Buffer.from(piece, 'utf8')])
      for (; waiting.length > CHUNK_BYTES; waiting = waiting.subarray(CHUNK_BYTES)) {
        await write(seal(key, waiting.subarray(0, CHUNK_BYTES), place(index++, false), head))
        await turns.pause()
      }
    }
    await write(seal(key, waiting, place(index, true), head))
    waiting.fill(0)
  } finally {
    erase(key)
  }
}

/** The text of a sealed file, chunk by chunk, as bytes. Throws `SealedFileError`. */
export async function* openFile(
  bytes: Uint8Array,
  { password, derive }: { password: string; derive: DeriveKey },
): AsyncGenerator<Uint8Array> {
  const head = bytes.subarray(0, EXPORT_HEAD_BYTES)
  if (head.length < EXPORT_HEAD_BYTES) throw new SealedFileError('damaged')
  const view = new DataView(head.buffer, head.byteOffset)
  if (view.getUint32(4) !== EXPORT_FORMAT) throw new SealedFileError('unknown_format')
  const kdf: KdfSettings = { algorithm: 'argon2id13', memoryKiB: view.getUint32(8), passes: view.getUint32(12) }
  if (!kdfInBounds(kdf)) throw new SealedFileError('kdf_out_of_bounds')
  const key = await derive(password, head.slice(16), kdf)
  try {
    for (let index = 0, at = EXPORT_HEAD_BYTES; at < bytes.length || index === 0; index++, at += SEALED_BYTES) {
      const chunk = bytes.subarray(at, at + SEALED_BYTES)
      yield openChunk(key, chunk, { index, isLast: at + SEALED_BYTES >= bytes.length }, head)
    }
  } finally {
    erase(key)
  }
}

function openChunk(key: Uint8Array, chunk: Uint8Array, { index, isLast }: { index: number; isLast: boolean }, head: Uint8Array) {
  try {
    return open(key, chunk, place(index, isLast), head)
  } catch (error) {
    if (!(error instanceof OpenError)) throw error
    if (index > 0) throw new SealedFileError('damaged')
    throw new SealedFileError(opensAsOther(key, chunk, isLast, head) ? 'damaged' : 'password')
  }
}

/** A first chunk that opens as what it should not be here: the password is right, and the file was cut or added to. */
function opensAsOther(key: Uint8Array, chunk: Uint8Array, isLast: boolean, head: Uint8Array): boolean {
  try {
    open(key, chunk, place(0, !isLast), head).fill(0)
    return true
  } catch (error) {
    if (error instanceof OpenError) return false
    throw error
  }
}
