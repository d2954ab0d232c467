import { area } from '../chosen'
import { number, plural } from './forms'

/** Rotating the keys, and what purging takes away. */
export const keysWords = area('keys', {
  rotate: 'Rotate keys',
  rotateLead:
    'Makes a new key that the keys of your secrets are wrapped with, and leaves no file with the one before it. Do it when somebody may have had your files and your password.',
  rotateAsk: 'Rotate the keys?',
  rotateAskLead: 'Everything stays as it is and can be used meanwhile. Your password and recovery code stay the same.',
  version: (version: number) => `Version ${number(version)}.`,
  rotating: (version: number) => `Secrets are being brought under version ${number(version)}. You can go on working.`,
  rotated: (version: number) => `Every secret is under version ${number(version)} now`,
  begun: 'Rotating the keys',

  purge: 'Purge',
  purgeTitle: (name: string) => `Purge ${name}?`,
  purgeLead: 'It goes from every list, search and picker, and cannot come back under its id.',
  purgeStays: 'What happened to it stays in the audit, without any secret. Its secret is gone already.',
  purgeButton: 'Purge connection',
  purged: (name: string) => `Purged ${name}`,
  purgeAll: 'Purge all removed',
  purgeAllTitle: 'Purge every removed connection?',
  purgeAllLead: 'They go from every list, search and picker, and cannot come back under their ids.',
  purgeAllButton: 'Purge all removed',
  purgedAll: (count: number) => plural(count, { one: 'Purged # connection', other: 'Purged # connections' }),
})
