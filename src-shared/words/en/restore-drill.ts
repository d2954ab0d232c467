import { area } from '../chosen'
import { plural } from './forms'

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
  eventsMissing: (first: number, last: number) =>
    first === last ? `Event ${first} cannot be read.` : `The events from ${first} to ${last} cannot be read.`,
  chainBroken: (sequence: number) => `The chain of events is broken before event ${sequence}.`,
  earlierClosed: 'The earlier generation, which would take the newest one’s place, does not read whole.',
  earlierSecrets: (count: number) =>
    plural(count, {
      one: '# secret of the earlier generation does not open.',
      other: '# secrets of the earlier generation do not open.',
    }),
  more: (count: number) => `${count} more like these.`,
})
