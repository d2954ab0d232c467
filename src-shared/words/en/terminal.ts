import { area } from '../chosen'

/** What `serve` says in the terminal, and why it does not start. */
export const terminalWords = area('terminal', {
  folderInUse: (folder: string) => `Another process is using the data folder ${folder}.`,
  notAFolder: (folder: string) => `${folder} is not a folder.`,
  noParentFolder: (parent: string) => `The folder ${parent}, in which the data folder would be made, does not exist.`,
  folderUnusable: (folder: string, reason: string) => `The data folder ${folder} cannot be used (${reason}).`,
  notStarted: (message: string) => `Not started: ${message}.`,
  diskRefused: 'The data folder cannot be written: the disk refused.',
  fileUnusable: (code: string) => `Something in the data folder cannot be used (${code}).`,
  portTaken: (port: number) => `Port ${port} is taken. Choose another with --port.`,
  portForbidden: (port: number) => `Port ${port} may not be used here. Choose another with --port.`,
})
