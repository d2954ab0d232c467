import { argon2d, argon2id } from 'hash-wasm'
import { Consts, Credentials, CryptoEngine, Kdbx, KdbxError, ProtectedValue, VarDictionary } from 'kdbxweb'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import { EngineError } from '../../error'
import { aesKdf4, checkKdbxHeader } from './kdbx-bounds'
import { entriesOf } from './kdbx-entries'
import { type FileKey, type Source, unreadable, wrongPassword } from './source'

/** Both halves of the signature of KeePass 2. */
const SIGNATURE = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]

/** libsodium has neither Argon2d nor more than one lane. */
CryptoEngine.setArgon2Impl(async (password, salt, memorySize, iterations, hashLength, parallelism, type, version) => {
  if (version !== 0x13) throw unreadable(words.kdbxUnknownKdf)
  const derive = type === CryptoEngine.Argon2TypeArgon2d ? argon2d : argon2id
  const settings = { memorySize, iterations, hashLength, parallelism, outputType: 'binary' as const }
  const key = await derive({ password: new Uint8Array(password), salt: new Uint8Array(salt), ...settings })
  return own(key)
})

// The library knows AES-KDF by the name that it has in KDBX 3 alone. What is sealed and checked are the file's own bytes.
const readSettings = VarDictionary.read.bind(VarDictionary)
VarDictionary.read = (stream) => {
  const settings = readSettings(stream)
  const uuid = settings.get('$UUID')
  if (uuid instanceof ArrayBuffer && Buffer.from(uuid).toString('base64') === aesKdf4)
    settings.set('$UUID', VarDictionary.ValueType.Bytes, own(Buffer.from(Consts.KdfId.Aes, 'base64')))
  return settings
}

/** KDBX 3.1 and 4, by password, key file or both. */
export const kdbx: Source = {
  format: 'kdbx',
  recognises: ({ bytes }) => SIGNATURE.every((byte, at) => bytes[at] === byte),
  needsKey({ bytes }) {
    guarded(() => checkKdbxHeader(own(bytes)))
    return true
  },
  async read({ bytes }, key) {
    return { entries: entriesOf(await opened(own(bytes), key)), notes: [] }
  },
}

async function opened(bytes: ArrayBuffer, { password, keyFile }: FileKey): Promise<Kdbx> {
  // An empty password is a password too; only beside a key file it is none.
  const text = password === '' && keyFile !== undefined ? null : ProtectedValue.fromString(password)
  const credentials = new Credentials(text, keyFile === undefined ? null : own(keyFile))
  try {
    await credentials.ready
  } catch {
    // Its message may quote the key file.
    throw unreadable(words.badKeyFile, 'keyFile')
  }
  try {
    return await Kdbx.load(bytes, credentials)
  } catch (error) {
    throw named(error, keyFile !== undefined)
  }
}

function guarded(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw named(error, false)
  }
}

/** What the library says, by name. Its messages may quote the file. */
function named(error: unknown, byKeyFile: boolean): EngineError {
  if (error instanceof EngineError) return error
  const code = error instanceof KdbxError ? error.code : undefined
  const { InvalidKey, InvalidVersion, Unsupported } = Consts.ErrorCodes
  if (code === InvalidKey) return wrongPassword(byKeyFile ? words.wrongPasswordOrKeyFile : words.wrongPassword)
  if (code === InvalidVersion) return unreadable(words.newerKeePass)
  return unreadable(code === Unsupported ? words.kdbxUnknownCipher : words.damaged)
}

/** A buffer of its own, as the library wants it. */
function own(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
