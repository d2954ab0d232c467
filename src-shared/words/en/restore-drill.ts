import { area } from '../chosen'

/** What a restore drill found wrong with the copy of the vault. */
export const restoreDrillWords = area('restoreDrill', {
  noCopy: 'The disk refused a copy of the vault. Nothing else was changed. Free space or check the disk, then try again.',
  doesNotOpen: (why: string) => `The copy does not open. ${why}`,
  unreadable: 'The copy could not be read to its end.',
  headerCopy: 'One of the two copies of the header is damaged. The other one served.',
  fileDamaged: (file: string) => `The file ${file} could not be read in full.`,
  unfinished: (file: string) => `The last record of the file ${file} is not finished.`,
  notTheNewest: 'The copy is not as the open vault is: its last event is another one.',
  secretClosed: (name: string) => `The secret of ${name} does not open.`,
  historyClosed: (name: string) => `The history of ${name} does not open.`,
  more: (count: number) => `${count} more like these.`,
})
