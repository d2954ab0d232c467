import { area } from '../chosen'
import { plural } from './forms'

/** Why a file cannot be imported, or something in it, and what to do instead. */
export const importFileWords = area('importFile', {
  empty: 'The file is empty.',
  nothingInIt: 'There is nothing in the file that could be imported.',
  tooMany: (count: number, most: number) =>
    `The file has ${count} entries. At most ${most} can be imported at once: export fewer.`,
  keePass1:
    'This is a file of KeePass 1 (.kdb). Open it in KeePassXC, save it as a KeePass 2 database (.kdbx), then import that.',
  archive: 'This is an archive. Unpack it, then import the file that is in it.',
  unknownJson: 'This JSON is no export of Bitwarden or of Neurocad Connect.',
  brokenJson: 'This looks like JSON, but it cannot be read: the file may be cut short. Export it again.',
  markup: 'XML and HTML cannot be imported. Export a table (CSV), or save a KeePass database (.kdbx).',
  unknownBytes:
    'Nothing here knows this kind of file. A KeePass database (.kdbx), an export of Bitwarden (JSON), a .env file and a table (CSV) can be imported.',
  unknownText:
    'This text is neither a .env file nor a table. The first line of a table has commas, semicolons or tabs between its columns.',
  settingsTooLong: 'A .env file may be at most 1 MiB.',
  setTwice: (names: readonly string[]) =>
    names.length > 5
      ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more are set more than once. What is set last counts.`
      : `${names.join(', ')} ${plural(names.length, { one: 'is', other: 'are' })} set more than once. What is set last counts.`,
  emptyValue: 'It is empty.',
  isAnAddress: 'It is a web address, and no key.',
  brokenTable: (line: number | undefined) =>
    line === undefined
      ? 'The table cannot be read: a quote may be missing.'
      : `The table cannot be read around line ${line}: a quote may be missing.`,
  tooManyColumns: (most: number) => `A table may have at most ${most} columns.`,
  wrongPassword: 'That is not the password of this file.',
  wrongPasswordOrKeyFile: 'The file does not open with that password and key file.',
  badKeyFile: 'That is no key file.',
  damaged: 'The file is damaged or cut short. Take another copy of it.',
  newerKeePass: 'The file was made by a KeePass newer than this program knows. Save it as KDBX 4, then import that.',
  kdbxCipher:
    'The file is sealed with Twofish, which cannot be opened here. In KeePassXC, choose AES or ChaCha20 and save it again.',
  kdbxUnknownCipher:
    'The file is sealed in a way that cannot be opened here. In KeePassXC, choose AES or ChaCha20 and save it again.',
  kdbxUnknownKdf:
    'The file derives its key in a way that is not known here. In KeePassXC, choose Argon2 or AES-KDF and save it again.',
  kdfOutOfBounds:
    'To derive the key of this file takes more memory or time than is allowed here. Choose smaller settings in the program that made it, and save it again.',
  inRecycleBin: 'It is in the recycle bin.',
  isReference: 'Its password refers to another entry.',
  hasNoKey: 'It has no password, and no field that could be a key.',
  bitwardenAccountSealed:
    'This export opens only in the Bitwarden account that made it. Export again in the format “.json (Encrypted)” with a file password, or as plain “.json”.',
  bitwardenShape: 'This export of Bitwarden is not as expected. Export it again with the newest Bitwarden.',
  isNote: 'It is a note.',
  isCard: 'It is a payment card.',
  isIdentity: 'It is an identity.',
  isSshKey: 'It is an SSH key.',
  isUnknownItem: 'It is of an unknown kind.',
  inTrash: 'It is in the trash.',
  tookTooLong: 'Reading the file took too long. It may be damaged, or its settings too strong.',
  tookTooMuch: 'Reading the file took more memory than is allowed here.',
})
