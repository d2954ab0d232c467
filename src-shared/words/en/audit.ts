import { area } from '../chosen'
import { number, plural } from './forms'

/** The audit page: every event of the vault, and the proof that none is missing. */
export const auditWords = area('audit', {
  title: 'Activity',
  lead: 'The audit of this vault: everything that was done, by whom and when. Events are chained, so that none can be changed or taken away unseen.',
  shortLead: 'The audit: everything that was done in this vault, and the proof that nothing is missing.',
  list: 'Events',
  open: 'See all activity',
  seeInAudit: 'See in Activity',

  search: 'Search events, people and connections',
  what: 'What',
  everything: 'Everything',
  groups: {
    connection: 'Connections',
    provider_app: 'Apps',
    recipe: 'Recipes and grants',
    run: 'Deployments and runs',
    inbox: 'Inbox',
    vault: 'Vault and settings',
  },
  who: 'Who',
  anyone: 'Anyone',
  byItself: 'Nobody: provider or engine',
  when: 'When',
  anyTime: 'Any time',
  times: {
    day: 'Last 24 hours',
    week: 'Last 7 days',
    month: 'Last 30 days',
    days: 'Between two days',
  },
  fromDay: 'From',
  toDay: 'To',
  only: (subject: string) => `Only ${subject}`,
  clear: (chip: string) => `Clear ${chip}`,
  clearAll: 'Clear all filters',
  toBeforeFrom: 'must not be before from',

  nothingYet: 'No event can be shown',
  nothingYetWhy: 'Whatever happens in this vault from now on is written here.',
  nothingFound: 'No event matches',
  nothingFoundWhy: 'Nothing in this vault’s history fits all of the filters.',
  searching: 'Looking through earlier events…',
  engine: 'By itself',

  verify: 'Verify',
  verifying: (done: number, all: number) => `Checked ${number(done)} of ${number(all)} events…`,
  whole: (events: number) =>
    plural(events, {
      one: 'The only event is there, and it is unchanged.',
      other: 'All # events are there, unchanged, and in their order.',
    }),
  wholeLead:
    'An export of everything ends with this fingerprint. Keep it elsewhere, and a later check shows whether anything was changed.',
  fingerprint: 'Fingerprint',
  damaged: 'Not all of the history can be read',
  missing: (events: number) => plural(events, { one: '# event cannot be read.', other: '# events cannot be read.' }),
  gap: (first: number, last: number) =>
    first === last ? `Event ${number(first)} is missing.` : `Events ${number(first)} to ${number(last)} are missing.`,
  damagedPlace: (file: string, offset: number) => `${file} is damaged at byte ${number(offset)}.`,
  broken: (sequence: number) => `Event ${number(sequence)} does not follow the one before it.`,
  more: (count: number) => plural(count, { one: 'And # more.', other: 'And # more.' }),

  exportAll: 'Export all events',
  exportFiltered: 'Export these events',
  jsonLines: 'JSON Lines',
  csv: 'CSV',
  exporting: (done: number, all: number) => `Exporting: ${number(done)} of ${number(all)} events…`,
  cancel: 'Cancel',
  saved: (fileName: string) => `Saved as ${fileName}`,
  copied: 'The export is on the clipboard',
})
