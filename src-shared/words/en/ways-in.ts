import { area } from '../chosen'
import { plural } from './forms'

/** What opens the vault, and why it does not. */
export const wayInWords = area('wayIn', {
  notThePassword: 'is not the password of this vault',
  notTheCode: 'is not the recovery code of this vault',
  mistyped: 'has a typing mistake',
  noCode: 'This vault has no recovery code.',
  noCodeWaits: 'No recovery code waits to be confirmed. Make one first.',

  desktopOnly: 'Only the desktop application can use the keychain.',
  noSafeKeychain: 'This computer has no keychain that would keep the key of the vault safe.',
  keychainRefused: 'The keychain of this computer refused to keep the key of the vault.',
  keychainSilent: 'The keychain of this computer did not give its key. Unlock with your password.',
  keychainOfAnother: 'What the keychain of this computer keeps does not open this vault. Unlock with your password.',
  notSetUp: 'This computer is not set up to open this vault. Unlock with your password.',
  noDevice: 'The keychain of this computer does not open this vault.',

  byArgon2: (mebibytes: number, passes: number) =>
    `Argon2id, ${mebibytes} MiB, ${plural(passes, { one: '# pass', other: '# passes' })}`,
  byCode: 'A random code of 130 bits',
  byKeychain: (name: string) => `Keychain of this computer: ${name}`,
})
