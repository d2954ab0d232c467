import { area } from '../chosen'

/** What the program says in the terminal, and why it does not start. */
export const terminalWords = area('terminal', {
  folderInUse: (folder: string) => `Another process is using the data folder ${folder}.`,
  notAFolder: (folder: string) => `${folder} is not a folder.`,
  noParentFolder: (parent: string) => `The folder ${parent}, in which the data folder would be made, does not exist.`,
  folderUnusable: (folder: string, reason: string) => `The data folder ${folder} cannot be used (${reason}).`,
  unknownReason: 'unknown reason',
  /** Before the name and place of an error that nobody expected. */
  endedUnexpectedly: 'Ended unexpectedly',
  notEndedCleanly: 'Not ended cleanly',
  failedToStart: 'Not started',
  notBuilt: 'The page is not built. Run "npm run build" first.',

  dataNeedsFolder: '--data needs a folder.',
  checkServesNothing: '--check serves nothing: it goes with --data, --demo and --json alone.',
  portIsNumber: '--port must be a number from 0 to 65535.',

  ready: 'Neurocad Connect is ready.',
  /** What stands in the columns below; as long as one another. */
  page: 'Page ',
  api: 'API  ',
  token: 'Token',
  demo: 'Demo ',
  linkWorksOnce: '(this link works once, for 60 seconds)',
  inFile: (path: string) => `in ${path}`,
  demoPassword: (password: string) => `the vault's password is ${password}`,
  demoPasswordUnknown:
    'This demo’s vault was made by an earlier version, so its password is not known here: use the one that was printed then, or another --data.',
  enterForLink: 'Press Enter for a new link, Ctrl-C to stop.',

  notStarted: (message: string) => `Not started: ${message}.`,
  diskRefused: 'The data folder cannot be written: the disk refused.',
  fileUnusable: (code: string) => `Something in the data folder cannot be used (${code}).`,
  portTaken: (port: number) => `Port ${port} is taken. Choose another with --port.`,
  portForbidden: (port: number) => `Port ${port} may not be used here. Choose another with --port.`,
})
