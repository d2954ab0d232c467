import { area } from '../chosen'
import { type Rich, rich } from '../rich'

/** The pages before the pages: making a vault, unlocking it, and waiting for an engine. */
export const gateWords = area('gate', {
  password: 'Password',
  passwordAgain: 'Password again',

  createTitle: 'Create your vault',
  createLead: 'Your connections are kept on this computer, sealed with a password that only you know.',
  createWarning:
    'Nobody can recover this password for you. Make a recovery code right after this, so that a forgotten password does not cost you every connection.',
  create: 'Create vault',
  offerRecovery: 'Make a recovery code',
  vaultReady: 'Your vault is ready',
  vaultReadyDetail: 'A code on paper opens it when the password is forgotten.',

  lockedTitle: 'The vault is locked',
  lockedLead: 'Its connections are sealed until its owner unlocks it.',
  unlockTitle: 'Unlock your vault',
  unlockLead: 'Your connections are sealed until you enter its password.',
  unlockLeadDemo: 'This is the demo’s vault. The terminal that it was started in shows its password.',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  tooManyPasswords: (seconds: number) => `Too many wrong passwords. Try again in ${seconds} s.`,
  tooManyCodes: (seconds: number) => `Too many wrong tries. Try again in ${seconds} s.`,
  unlockWith: (keychain: string) => `Unlock with ${keychain}`,
  theKeychain: 'the keychain',
  orPassword: 'or with your password',
  passwordDue: 'It is time for your password',
  passwordDueWhy: 'You asked to be asked for it now and then, although this computer could unlock the vault.',
  deviceUnavailable: 'The keychain of this computer cannot open the vault right now. Your password can.',
  useRecovery: 'Use recovery code',
  usePassword: 'Use the password',

  recoveryTitle: 'Use your recovery code',
  recoveryLead: 'The code that you printed or wrote down. Dashes and capitals do not matter.',
  recoveryCode: 'Recovery code',
  recoveryCodeShape: 'XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX',
  notACode: 'That cannot be a recovery code: look at it sign by sign. It has seven groups of four.',

  newPasswordTitle: 'Set a new password',
  newPasswordLead: 'Your recovery code opened the vault, and keeps working. Choose a password that you will remember.',
  newPassword: 'New password',
  newPasswordAgain: 'New password again',
  setPassword: 'Set password',
  later: 'Later',
  passwordIsSet: 'Your new password is set',
  passwordIsSetDetail: 'The one before it opens nothing any more. Your recovery code still does.',
  postponed: 'Your password is still the old one',
  postponedDetail: 'Settings, under Security, is where you set a new one with your recovery code.',

  createOnlyOwner: <Part>(who: Part): Rich<Part> =>
    rich`This vault belongs to someone else, and only they can create it. You are acting as ${who}.`,
  unlockOnlyOwner: <Part>(who: Part): Rich<Part> =>
    rich`It belongs to someone else, and only they can unlock it. You are acting as ${who}.`,
  switchTo: (person: string) => `Switch to ${person}`,

  restarting: 'The engine stopped and is starting again',
  restartingLead: 'Nothing that was saved is lost. You will be asked to unlock your vault.',
  stopped: 'The engine stopped',
  stoppedLead: 'It was started again and stopped each time. Nothing that was saved is lost.',
  slow: 'This takes longer than it should.',
  restarted: 'The engine stopped and was started again',
  restartedWhy: 'Unlock your vault to go on. Nothing that was saved is lost.',

  notAnswering: 'Neurocad Connect is not answering. What you see may be out of date; trying again by itself.',
  tryAgainNow: 'Try again now',
})
