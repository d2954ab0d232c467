import { area } from '../chosen'
import { type Rich, rich } from '../rich'
import { plural } from './forms'

/** When the vault locks and what opens it. */
export const securityWords = area('security', {
  title: 'Security',
  autoLock: 'Lock automatically',
  autoLockLead: 'When nobody has touched this computer for a while.',
  afterMinutes: (minutes: number) => plural(minutes, { one: 'After # minute', other: 'After # minutes' }),
  afterAnHour: 'After an hour',
  never: 'Never',
  lockOnScreenLock: 'Lock with the screen',
  lockOnScreenLockLead: 'When the screen of this computer is locked.',
  lockOnSleep: 'Lock on sleep',
  lockOnSleepLead: 'When this computer goes to sleep.',

  device: 'Unlock with this computer',
  deviceLead: (keychain: string) => `${keychain} keeps a key to the vault, so that you need not type your password.`,
  deviceNone: 'This computer has no keychain to keep a key in.',
  deviceOn: (keychain: string) => `${keychain} opens this vault now`,
  deviceOff: (keychain: string) => `${keychain} opens this vault no more`,
  deviceAsk: (keychain: string) => `Unlock with ${keychain}?`,
  deviceAskLead:
    'Whoever is signed in to this computer as you can then open the vault without its password. Your password keeps working.',
  turnOn: 'Turn on',
  passwordEvery: 'Ask for the password',
  passwordEveryLead: 'Although the keychain could open the vault: a password that is never typed is forgotten.',
  everyHours: (hours: number) => plural(hours, { one: 'Every hour', other: 'Every # hours' }),
  everyDay: 'Every day',
  everyWeek: 'Every week',
  everyTwoWeeks: 'Every two weeks',

  password: 'Password',
  passwordSince: <Part>(when: Part): Rich<Part> => rich`Set ${when}.`,
  passwordLead: 'Opens this vault anywhere, from its files alone.',
  changePassword: 'Change password',
  changePasswordLead: 'The one you have now opens nothing any more. Your connections stay as they are.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  newPasswordAgain: 'New password again',
  passwordChanged: 'Your password is changed',
  passwordChangedDetail: 'The one before it opens nothing any more.',
  useCodeInstead: 'Use the recovery code instead',
  usePasswordInstead: 'Use the password instead',

  recovery: 'Recovery code',
  recoveryNone: 'None yet. Without one, nobody can help if you forget your password.',
  recoverySince: <Part>(when: Part): Rich<Part> => rich`Made ${when}. Opens the vault when the password is forgotten.`,
  recoveryKnown: 'Opens the vault when the password is forgotten.',
  makeRecovery: 'Make a recovery code',
  replace: 'Replace',
  remove: 'Remove',
  removeRecoveryAsk: 'Remove the recovery code?',
  removeRecoveryLead: 'What you printed opens nothing any more. If you then forget your password, nobody can open this vault.',
  removeRecovery: 'Remove recovery code',
  recoveryRemoved: 'The recovery code opens nothing any more',

  keyHealth: 'Key health',
  keyHealthLead: 'What opens the vault, how it is kept, and a restore drill on a copy of it.',
  openKeyHealth: 'Open key health',

  yourPassword: 'Password',
  wait: (seconds: number) =>
    plural(seconds, { one: 'Too many wrong tries. Try again in # s.', other: 'Too many wrong tries. Try again in # s.' }),
})
