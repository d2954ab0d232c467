import { area } from '../chosen'

/** What is wrong with a file that a host reads, and who stands behind what the host does. */
export const hostFileWords = area('hostFile', {
  unknownReason: 'unknown reason',
  cannotBeRead: (path: string, code: string) => `${path} cannot be read (${code})`,
  isNotFile: (path: string) => `${path} is not a file`,
  wrongMode: (path: string, mode: string, command: string) => `${path} has mode ${mode}, and must be 0600. Run: ${command}`,
  tooLarge: (path: string) => `${path} is larger than 64 KiB`,
  notUtf8: (path: string) => `${path} is not UTF-8 text`,
  operatorFileNotUsed: (why: string) => `operator.json is not used: ${why}`,
  yourOrganisation: 'Your organisation',
  owner: 'Owner',
  /** What the owner's own access token is called among those of scripts. */
  ownerOfFolder: 'Owner of this data folder',
})
