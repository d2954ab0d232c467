import { BinaryStream, Consts, type Kdbx, KdbxContext, KdbxHeader, type VarDictionary } from 'kdbxweb'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import { unreadable } from './source'

const MIB = 1024 * 1024

/** How KeePassXC calls AES-KDF in KDBX 4; KeePass and the library keep the name that it has in KDBX 3. The derivation is the same. */
export const aesKdf4 = Buffer.from('7c02bb8279a74ac0927d114a00648238', 'hex').toString('base64')

/** More than KeePassXC makes of a delay of several seconds. A round of AES-KDF takes some ten nanoseconds. */
export const kdbxBounds = {
  aesRounds: 500_000_000,
  argon2Bytes: 1024 * MIB,
  argon2Lanes: 64,
  /** Memory times passes: what takes time. */
  argon2Work: 32 * 1024 * MIB,
}

/**
 * Looks at a KeePass file's header before anything is derived from it: the settings there are anybody's who could write to the file.
 * Throws `IMPORT_UNREADABLE` for what is out of bounds, sealed in a way that is unknown here, or no such header.
 */
export function checkKdbxHeader(bytes: ArrayBuffer): void {
  // The reader asks of it nothing but what the header itself says.
  const header = KdbxHeader.read(new BinaryStream(bytes), new KdbxContext({ kdbx: {} as Kdbx }))
  checkCipher(header.dataCipherUuid?.id)
  if (header.versionMajor < 4) checkRounds(header.keyEncryptionRounds)
  else checkKdf(header.kdfParameters)
}

/** As the format names it; the library does not have it. */
const TWOFISH = Buffer.from('ad68f29f576f4bb9a36ad47af965346c', 'hex').toString('base64')

function checkCipher(id: string | undefined): void {
  if (id === TWOFISH) throw unreadable(words.kdbxCipher)
  if (id !== Consts.CipherId.Aes && id !== Consts.CipherId.ChaCha20) throw unreadable(words.kdbxUnknownCipher)
}

function checkKdf(settings: VarDictionary | undefined): void {
  const uuid = settings?.get('$UUID')
  const id = uuid instanceof ArrayBuffer ? Buffer.from(uuid).toString('base64') : undefined
  if (settings === undefined || id === undefined) throw unreadable(words.damaged)
  if (id === Consts.KdfId.Aes || id === aesKdf4) checkRounds(numberOf(settings.get('R')))
  else checkArgon2(id, settings)
}

function checkArgon2(id: string, settings: VarDictionary): void {
  if (id !== Consts.KdfId.Argon2d && id !== Consts.KdfId.Argon2id) throw unreadable(words.kdbxUnknownKdf)
  const memory = numberOf(settings.get('M'))
  const passes = numberOf(settings.get('I'))
  const lanes = numberOf(settings.get('P'))
  const version = numberOf(settings.get('V'))
  const { argon2Bytes, argon2Lanes, argon2Work } = kdbxBounds
  const isFine = lanes >= 1 && lanes <= argon2Lanes && passes >= 1 && memory >= 8 * 1024 * lanes && memory <= argon2Bytes
  if (!isFine || memory * passes > argon2Work) throw unreadable(words.kdfOutOfBounds)
  // The first version of Argon2, which no program makes files with any more.
  if (version !== 0x13) throw unreadable(words.kdbxUnknownKdf)
}

function checkRounds(rounds: number | undefined): void {
  if (rounds === undefined || !(rounds >= 1 && rounds <= kdbxBounds.aesRounds)) throw unreadable(words.kdfOutOfBounds)
}

/** 32-bit settings are numbers, 64-bit ones objects. Not a number for anything else. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'object' && value !== null && 'hi' in value && 'lo' in value)
    return Number(value.hi) * 2 ** 32 + Number(value.lo)
  return Number.NaN
}
