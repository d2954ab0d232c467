import { area } from '../chosen'
import { number, plural } from './forms'

export const keyHealthWords = area('keyHealth', {
  title: 'Key health',
  back: 'Settings',
  lead: 'What opens your vault, how it is kept, and whether it could be restored today.',

  waysIn: 'What opens it',
  password: 'Password',
  recovery: 'Recovery code',
  device: 'This computer',
  madeBefore: 'Made before this was written down',
  manage: 'Manage',
  noRecovery: 'There is no recovery code. If you forget your password, nobody can open this vault.',
  makeRecovery: 'Make a recovery code',

  drill: 'Restore drill',
  drillLead:
    'Copies the vault’s files to a folder of their own, opens the copy with your password alone, reads everything in it, and erases the copy. Your vault is not touched.',
  drillPassword: 'Password',
  runDrill: 'Run restore drill',
  drilling: 'Opening the copy and reading all of it…',
  drillWorked: 'Your vault can be restored',
  drillFailed: 'Not everything could be restored',
  neverDrilled: 'No drill yet. A backup is only one once it was restored.',
  read: 'Read',
  filesAndBytes: (files: number, bytes: string) => `${plural(files, { one: '# file', other: '# files' })}, ${bytes}`,
  eventsRead: 'Events',
  connectionsRead: 'Connections',
  secretsOpened: 'Secrets opened',
  ofSecrets: (opened: number, all: number) => `${number(opened)} of ${number(all)}`,
  took: 'Took',
  seconds: (seconds: string) => `${seconds} s`,

  kept: 'How it is kept',
  connections: 'Connections',
  events: 'Events',
  journal: 'Journal',
  lastCompaction: 'Last compaction',
  notCompacted: 'Not yet',
  created: 'Created',
  formats: 'Formats',
  formatsOf: (header: number, journal: number, snapshot: number) => `header ${header}, journal ${journal}, snapshot ${snapshot}`,
  kekVersion: 'Key version',
  rewrapping: 'Secrets are being brought under it. You can go on working.',
  keychain: 'Keychain',
  keychainNone: 'None here',
  demo: 'Demo',

  damaged: (count: number) =>
    plural(count, { one: '# file could not be read in full', other: '# files could not be read in full' }),
  damagedWhy:
    'Nothing was thrown away: each such file is set aside and kept. What could be read is in your vault; a backup has the rest.',
})
