import { area } from '../chosen'
import { number, plural } from './forms'

/** What `serve --check` says in a terminal. */
export const checkWords = area('check', {
  password: 'Password of the vault: ',
  noPassword: 'The password is missing: type it, or give it on standard input.',
  passwordTooLong: 'What came on standard input is no password.',
  wrongPassword: 'Wrong password.',
  noVault: (folder: string) => `There is no vault in ${folder}.`,
  noFolder: (folder: string) => `The folder ${folder} does not exist.`,
  reading: (done: number, of: number) => `Opening secrets: ${number(done)} of ${number(of)}`,
  whole: 'The vault is whole.',
  damaged: 'The vault is damaged. Nothing was changed.',
  files: (files: number, megabytes: string) => `${plural(files, { one: '# file', other: '# files' })}, ${megabytes} MiB`,
  events: (events: number) => plural(events, { one: '# event', other: '# events' }),
  secrets: (opened: number, all: number) =>
    `${number(opened)} of ${plural(all, { one: '# secret opens', other: '# secrets open' })}`,
  anchor: {
    agrees: 'This computer knows of no newer state of it.',
    absent: 'This computer has never seen it, so an older copy could not be told.',
    none: 'Nothing is kept of it outside its folder.',
    unreadable: 'What is kept of it outside its folder does not open, so an older copy could not be told.',
    failing: 'What is kept of it outside its folder cannot be read, so an older copy could not be told.',
    older_copy: 'It is an older copy: this computer has seen a newer state of it.',
    other_history: 'It is another copy: this computer has seen other events in it.',
    end_lost: 'Its end is missing: this computer has seen later events in it.',
  },
  problem: (text: string) => `! ${text}`,
  whatToDo:
    'Start the program as always: it opens all that can be read and says what is lost. Keep this folder as it is until then.',
})
