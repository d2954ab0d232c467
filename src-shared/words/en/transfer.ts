import { area } from '../chosen'
import { plural } from './forms'

const connections = (count: number) => plural(count, { one: '# connection', other: '# connections' })
const apps = (count: number) => plural(count, { one: '# provider app', other: '# provider apps' })

/** Exports of this program, out and in. */
export const transferWords = area('transfer', {
  ownPasswordMissing: 'The file needs a password of its own.',
  wrongOwnPassword: 'That is not the password of this file.',
  sameAsVault: 'Choose another one than the vault’s: whoever may open the file need not open the vault.',
  confirmPlain: 'Say that you know: whoever has the file has every secret in it.',
  absolute: 'must be a whole path',
  noFiles: 'This program writes no files here.',
  folderFull: 'There is no room in this folder.',
  folderUnusable: 'This folder cannot be written to.',
  damaged: 'This export was cut or changed since it was made. Nothing of it was imported.',
  newer: 'This export was made by a later version of this program.',
  badLine: (line: number) => `Line ${line} of this export does not read. Nothing of it was imported.`,
  notForThis: 'An export of this program is opened on its own page.',

  export: 'Export',
  exportLead: 'Connections with their secrets, and your provider apps, in one file on this computer.',
  exportTitle: 'Export connections and secrets',
  sealed: 'Sealed with a password of its own',
  sealedLead: 'Only this program and that password open it. Right for a backup, or to move to another computer.',
  plain: 'Plain JSON',
  plainLead: 'Readable by anyone and anything that gets hold of the file.',
  filePassword: 'Password for the file',
  filePasswordAgain: 'Password for the file again',
  passwordsDiffer: 'The two are not the same.',
  vaultPassword: 'Password of this vault',
  folder: 'Folder',
  folderHint: 'Left empty, it goes to your downloads.',
  exportButton: 'Export',
  plainTitle: 'Write every secret in the clear?',
  plainAsk:
    'Whoever has this file can act as you at every service in it, until you revoke each one there. Delete it as soon as you are done.',
  plainButton: 'Write plain file',
  exported: 'Exported',
  wrote: (path: string) => `Written to ${path}`,
  exportedWhat: (connectionCount: number, appCount: number) => `${connections(connectionCount)} and ${apps(appCount)}.`,
  unreadable: (count: number) =>
    plural(count, {
      one: '# is missing in it, because its secret does not open.',
      other: '# are missing in it, because their secrets do not open.',
    }),

  importTitle: 'An export of this program',
  importLead: 'Look at what is in it before anything is taken in.',
  look: 'Look inside',
  madeOn: 'Exported',
  counts: (fresh: number, exists: number, refused: number) =>
    `${fresh} new, ${exists} already here, ${refused} not possible here`,
  standing: { new: 'New', exists: 'Already here', refused: 'Not possible here' },
  addBeside: 'Also add those that are here already, beside what is here',
  importButton: (count: number) => plural(count, { one: 'Import #', other: 'Import #' }),
  nothing: 'Everything in it is here already.',
  imported: (connectionCount: number, appCount: number) => `Imported ${connections(connectionCount)} and ${apps(appCount)}`,
  app: 'Provider app',
})
