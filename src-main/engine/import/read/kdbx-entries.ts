import { type Kdbx, type KdbxEntry, type KdbxGroup, ProtectedValue } from 'kdbxweb'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import type { ParsedEntry } from '../parsed-file'
import { namesKey, namesOneTimePassword } from './key-words'

/** Fields that every entry has; the others are a person's own. */
const standard = new Set(['Title', 'UserName', 'Password', 'URL', 'Notes'])
/** Where KeePassXC keeps further addresses. */
const FURTHER_ADDRESS = /^KP2A_URL/

/** Entries of all groups, in their order. Without recursion: how deep groups are nested is the file's choice. */
export function entriesOf(kdbx: Kdbx): ParsedEntry[] {
  const bin = kdbx.meta.recycleBinUuid?.id
  const parsed: ParsedEntry[] = []
  const waiting: { group: KdbxGroup; path: readonly string[]; binned: boolean }[] = kdbx.groups
    .map((group) => ({ group, path: [], binned: false }))
    .reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { group, path } = next
    const binned = next.binned || (bin !== undefined && group.uuid.id === bin)
    for (const entry of group.entries) parsed.push(parse(entry, path.join(' / '), binned))
    const below = group.groups.map((each) => ({ group: each, path: [...path, each.name ?? ''], binned }))
    waiting.push(...below.reverse())
  }
  return parsed
}

function parse(entry: KdbxEntry, folder: string, binned: boolean): ParsedEntry {
  const text = (name: string) => textOf(entry.fields.get(name))
  const password = text('Password')
  const values = [
    ...(password === '' ? [] : [{ field: 'Password', value: password, login: true }]),
    ...ownKeys(entry).map(({ field, value }) => ({ field, value, login: false })),
  ]
  const skip = binned ? words.inRecycleBin : whyNot(values)
  return {
    name: text('Title').trim() || hostOf(text('URL')) || text('UserName'),
    folder,
    userName: text('UserName'),
    addresses: [text('URL'), ...furtherAddresses(entry)].filter((address) => address !== ''),
    values,
    likely: true,
    ...(skip === undefined ? {} : { skip }),
  }
}

function whyNot(values: ParsedEntry['values']): string | undefined {
  if (values.length === 0) return words.hasNoKey
  // KeePass looks such a value up when it is used.
  return values.every(({ value }) => /^\{REF:/i.test(value)) ? words.isReference : undefined
}

/** A person's own fields that are protected, or named as keys are. */
function ownKeys({ fields }: KdbxEntry): { field: string; value: string }[] {
  return [...fields]
    .filter(([name]) => !standard.has(name) && !FURTHER_ADDRESS.test(name) && !namesOneTimePassword(name))
    .filter(([name, value]) => value instanceof ProtectedValue || namesKey(name))
    .map(([field, value]) => ({ field, value: textOf(value) }))
    .filter(({ value }) => value !== '')
}

const furtherAddresses = ({ fields }: KdbxEntry): string[] =>
  [...fields].filter(([name]) => FURTHER_ADDRESS.test(name)).map(([, value]) => textOf(value))

const textOf = (value: string | ProtectedValue | undefined): string =>
  value instanceof ProtectedValue ? value.getText() : (value ?? '')

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
