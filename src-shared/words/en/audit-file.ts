import { area } from '../chosen'
import { number, plural } from './forms'

/** What checking an exported audit says, in a terminal. */
export const auditFileWords = area('auditFile', {
  needsFile: 'Option --verify-audit needs a file.',
  alone: 'Option --verify-audit goes with no other.',
  cannotRead: (file: string) => `${file} cannot be read.`,
  whole: (counts: { events: number; leftOut: number; missing: number }, chain: string) =>
    [
      `Whole: ${plural(counts.events, { one: '# event', other: '# events' })}`,
      counts.leftOut > 0 ? `, ${number(counts.leftOut)} left out by hash` : '',
      counts.missing > 0 ? `, ${number(counts.missing)} that the vault could not read` : '',
      `. Fingerprint ${chain}`,
    ].join(''),
  wrong: (line: number, why: string) => `Line ${number(line)}: ${why}.`,

  notUtf8: 'it is not UTF-8',
  notJson: 'it is not JSON',
  notCanonical: 'it is not canonical JSON, so something in it was changed',
  notAnExport: 'it is not the beginning of an audit export',
  unknownVersion: 'it is of a version that this program does not know',
  unknownLine: 'it is no line of an audit export',
  otherSequence: (expected: number) => `event ${number(expected)} should be here`,
  otherHash: 'the hash is not that of the event',
  otherPrevious: 'the hash of the event before is not that of the event before',
  otherChain: 'the chain does not fit the lines before',
  otherEnd: 'the end does not fit the lines before',
  otherVault: 'the vault was made with another id',
  afterEnd: 'nothing may come after the end',
  noEnd: 'the end is missing: the file was cut off',
})
