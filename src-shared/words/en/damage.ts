import type { DamagedPlace, DamageProblem } from '../../contract/vault-damage'
import { area } from '../chosen'
import { number, plural } from './forms'

const problem: Record<DamageProblem, string> = {
  unreadable: 'cannot be read',
  does_not_open: 'does not open: something in it was changed',
  from_elsewhere: 'was written for another place or another vault, and was refused',
  repeated: 'is there a second time, and was refused',
  out_of_order: 'is not where it was written, and was refused',
  chain_broken: 'follows on something else than what is before it',
  not_applied: 'was read and could not be shown',
  header_copy: 'is damaged. The other copy served, and it was mended',
  index_closed: 'does not open',
  secret_closed: 'has a sealed secret that does not open',
}

const subject = ({ problem: kind, sequence }: DamagedPlace): string => {
  if (kind === 'header_copy') return 'one of its two copies'
  if (kind === 'index_closed') return 'its list'
  if (kind === 'secret_closed') return 'it'
  return sequence === null ? 'a piece' : `event ${number(sequence)}`
}

/** What was found damaged in the vault's files, and what came of it. */
export const damageWords = area('damage', {
  problem,
  place: (file: string, place: DamagedPlace) =>
    `${file}${place.offset === null ? '' : `, byte ${number(place.offset)}`}: ${subject(place)} ${problem[place.problem]}.`,
  more: (file: string, count: number) => `${file}: ${plural(count, { one: '# more place', other: '# more places' })}.`,
  lost: (from: number, through: number) =>
    from === through ? `Event ${number(from)} is lost.` : `The events from ${number(from)} to ${number(through)} are lost.`,

  title: 'Part of this vault could not be read',
  titleMended: 'Something in this vault’s files was damaged, and nothing is lost',
  found: 'Found',
  happened:
    'Bytes of these files changed on the disk: a failing disk, an interrupted copy or another program can do that. Everything else was read.',
  rebuilt: 'The newest snapshot did not open, so the vault was rebuilt from the one before it and what was written since.',
  lostEvents: (count: number) => plural(count, { one: '# change is lost.', other: '# changes are lost.' }),
  lostEventsWhy:
    'What those changes did is undone. If something is missing that you remember, make it again, or restore a backup.',
  lostSecret: (name: string) => `The secret of ${name}.`,
  reconnect: 'Reconnect it',
  recovered: (count: number) =>
    plural(count, {
      one: '# secret was damaged and taken from the generation before. It is the same one.',
      other: '# secrets were damaged and taken from the generation before. They are the same ones.',
    }),
  nothingLost: 'Nothing is lost.',
  keptAside: (count: number) =>
    plural(count, {
      one: 'The damaged file is kept in the vault’s folder:',
      other: 'The damaged files are kept in the vault’s folder:',
    }),
  places: 'Where exactly',
  whatToDo: 'What to do: run a restore drill below, check the disk, and make a backup of the vault’s folder.',
  acknowledge: 'I have read this',
  acknowledged: 'You have read this report. It stays here for as long as a damaged file is kept or something is lost.',

  rollbackTitle: {
    older_copy: 'An older copy of this vault was put back',
    other_history: 'Another copy of this vault was put back',
    end_lost: 'The end of this vault is missing',
  },
  rollbackMissing: (count: number) => plural(count, { one: '# change is missing.', other: '# changes are missing.' }),
  rollbackOther: 'What was written since is not what this computer saw.',
  rollbackSeen: 'This computer last saw it',
  rollbackWhy:
    'If you restored a backup, accept it. If you did not, somebody or something replaced the vault’s files: look for the newer ones before you go on.',
  tokensWhy: 'Tokens that were renewed since may be refused by their providers; such a connection asks to be reconnected.',
  accept: 'Go on with this copy',

  noticeDamage: 'Part of this vault could not be read.',
  noticeMended: 'Damage in this vault’s files was mended.',
  noticeRollback: 'This vault is not as this computer last saw it.',
  noticeOpen: 'See what happened',
  anchor: 'Newest state',
  anchorState: {
    kept: 'Kept outside the vault’s folder',
    waiting: 'Not yet kept outside the vault’s folder',
    held: 'Kept as it was before the older copy',
    unreadable: 'Could not be compared',
    failing: 'Cannot be kept',
    none: 'Not kept',
  },
})
