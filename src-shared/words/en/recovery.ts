import { area } from '../chosen'
import { plural } from './forms'

/** Making a recovery code: password, the code, the code typed back. */
export const recoveryWords = area('recovery', {
  title: 'Recovery code',
  back: 'Settings',
  lead: 'A code that opens your vault when the password is forgotten. Keep it on paper, away from this computer.',
  step: (at: number, of: number) => `Step ${at} of ${of}`,

  passwordTitle: 'Your password first',
  passwordLead: 'Whoever sits at an open vault must not be able to take a key to it along.',
  replaces: 'The code that you have now keeps working until the new one was typed back.',
  password: 'Password',
  show: 'Show the code',

  codeTitle: 'Write it down or print it',
  codeLead: 'It is shown this once, and is kept nowhere in the clear.',
  code: 'Recovery code',
  print: 'Print',
  copyWarning: 'Copied, it lies in the clipboard for every program to read. Paper is better.',
  typeBackNext: 'I have it. Type it back',

  typeTitle: 'Type it back',
  typeLead: 'From your paper. The code opens the vault only after this.',
  typed: 'Recovery code, as you wrote it down',
  confirm: 'Confirm',
  showAgain: 'Show it again',
  tooShort: (missing: number) => plural(missing, { one: '# sign is missing.', other: '# signs are missing.' }),
  tooLong: (extra: number) => plural(extra, { one: 'There is # sign too many.', other: 'There are # signs too many.' }),
  groupDiffers: (group: number) => `Group ${group} is not what was shown. Look at it again.`,

  doneTitle: 'Your recovery code works',
  doneLead: 'Keep the paper where you keep your passport. You can replace or remove the code in the settings at any time.',
  done: 'Done',

  left: 'The recovery code opens nothing',
  leftDetail: 'It was not typed back, so what you wrote down is of no use. Make a new one when you are ready.',
  leaveWarning: 'If you leave before typing it back, the code opens nothing.',

  sheetTitle: 'Recovery code',
  sheetVault: 'Vault',
  sheetVaultName: (product: string) => `${product}, on this computer`,
  sheetDemoName: (product: string) => `${product}, demo`,
  sheetFolder: 'Data folder',
  sheetMade: 'Made on',
  sheetWhat: 'What to do with it',
  sheetSteps: [
    'Open Neurocad Connect. On the page that asks for the password, choose “Use recovery code”.',
    'Type the code above. Dashes and capitals do not matter; there is no letter O, I, L or U in it.',
    'Set a new password. This code keeps working until you replace or remove it.',
  ],
  sheetKeep: 'Whoever has this sheet and the files of the vault can open it. Keep it as you keep your passport.',
})
