import { createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import { unreadable, wrongPassword } from './source'

/** An export that is protected by a file password (Bitwarden's help, "Encrypted exports"). Argon2's memory is in MiB. */
const Protected = z.object({
  salt: z.string().min(1).max(1000),
  kdfType: z.int(),
  kdfIterations: z.int(),
  kdfMemory: z.int().nullish(),
  kdfParallelism: z.int().nullish(),
  /** Something of no meaning, sealed as the data is: whether the password is the right one shows here. */
  encKeyValidation_DO_NOT_EDIT: z.string().max(10_000),
  data: z.string(),
})

/** The most that Bitwarden itself lets people choose. */
const most = { pbkdf2Iterations: 2_000_000, argon2Iterations: 10, argon2MiB: 1024, argon2Lanes: 16 }

/** What the export holds, parsed. Throws `WRONG_PASSWORD`. */
export async function openProtectedExport(json: unknown, password: string): Promise<unknown> {
  const { success, data: file } = Protected.safeParse(json)
  if (!success) throw unreadable(words.bitwardenShape)
  const key = await derive(file, password)
  // HKDF-Expand (RFC 5869, section 2.3) of one block, without Extract.
  const expand = (info: string) => createHmac('sha256', key).update(info).update(Buffer.of(1)).digest()
  const keys = { seal: expand('enc'), mac: expand('mac') }
  if (open(file.encKeyValidation_DO_NOT_EDIT, keys) === undefined) throw wrongPassword(words.wrongPassword)
  const plain = open(file.data, keys)
  if (plain === undefined) throw unreadable(words.damaged)
  try {
    return JSON.parse(plain.toString('utf8'))
  } catch {
    // The parser's message quotes what it could not read.
    throw unreadable(words.damaged)
  }
}

async function derive(file: z.infer<typeof Protected>, password: string): Promise<Uint8Array> {
  const { kdfType, kdfIterations, kdfMemory, kdfParallelism, salt } = file
  const outOfBounds = unreadable(words.kdfOutOfBounds)
  if (kdfIterations < 1) throw outOfBounds
  if (kdfType === 0) {
    if (kdfIterations > most.pbkdf2Iterations) throw outOfBounds
    return pbkdf2Sync(password, salt, kdfIterations, 32, 'sha256')
  }
  if (kdfType !== 1) throw unreadable(words.bitwardenShape)
  const memory = kdfMemory ?? 0
  const lanes = kdfParallelism ?? 0
  const isFine = memory >= 1 && memory <= most.argon2MiB && lanes >= 1 && lanes <= most.argon2Lanes
  if (!isFine || kdfIterations > most.argon2Iterations) throw outOfBounds
  return argon2id({
    password,
    salt: createHash('sha256').update(salt).digest(),
    memorySize: memory * 1024,
    iterations: kdfIterations,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
}

/** `2.<initialisation vector>|<sealed>|<MAC>`: AES-256 in CBC mode, then HMAC-SHA-256 of both. Undefined where it does not open. */
function open(sealed: string, keys: { seal: Buffer; mac: Buffer }): Buffer | undefined {
  const [iv, data, mac, ...more] = sealed
    .replace(/^2\./, '')
    .split('|')
    .map((part) => Buffer.from(part, 'base64'))
  if (!sealed.startsWith('2.') || !iv || !data || !mac || more.length > 0) return undefined
  const expected = createHmac('sha256', keys.mac).update(iv).update(data).digest()
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected) || iv.length !== 16) return undefined
  const decipher = createDecipheriv('aes-256-cbc', keys.seal, iv)
  return Buffer.concat([decipher.update(data), decipher.final()])
}
