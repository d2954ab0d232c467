import type { ImportColumns } from '../../../src-shared/contract/import'
import { importWords as words } from '../../../src-shared/words/en/import'
import { invalidInput } from '../error'
import type { ParsedEntry, ParsedTable } from './parsed-file'

/** How programs call these columns when they export; compared without case and anything that is no letter. */
const known: Record<keyof ImportColumns, readonly string[]> = {
  name: ['title', 'name', 'account', 'label', 'service', 'description'],
  key: ['password', 'loginpassword', 'apikey', 'key', 'token', 'apitoken', 'accesstoken', 'secret', 'value', 'pass'],
  address: ['url', 'loginuri', 'uri', 'website', 'web', 'origin', 'origins', 'address', 'host', 'site'],
  userName: ['username', 'loginusername', 'user', 'login', 'email'],
  folder: ['group', 'folder', 'grouping', 'vault', 'collection', 'path'],
}

const plainWord = (cell: string) => cell.toLowerCase().replaceAll(/[^a-z]/g, '')

/**
 * Whether the first row reads as the names of columns. Where it does not it may be somebody's secrets, so it is never shown: the
 * columns are numbered.
 */
export function readsAsHeader([first = []]: ParsedTable['rows']): boolean {
  const all = new Set(Object.values(known).flat())
  const named = first.filter((cell) => all.has(plainWord(cell))).length
  return named >= 2 || (named === 1 && first.every((cell) => /^[\p{L} _-]{0,40}$/u.test(cell)))
}

export function columnNames({ rows, width }: ParsedTable, hasHeader: boolean): string[] {
  return Array.from({ length: width }, (_, at) => (hasHeader ? rows[0]?.[at]?.trim() : '') || words.column(at + 1))
}

export function guessColumns({ rows, width }: ParsedTable, hasHeader: boolean): ImportColumns {
  const names = hasHeader ? Array.from({ length: width }, (_, at) => plainWord(rows[0]?.[at] ?? '')) : []
  const find = (what: keyof ImportColumns) => {
    const [best] = known[what].map((word) => names.indexOf(word)).filter((at) => at >= 0)
    return best ?? null
  }
  return { name: find('name'), key: find('key'), address: find('address'), userName: find('userName'), folder: find('folder') }
}

/** Throws `INVALID_INPUT` naming the column that is not there. */
export function checkColumns({ width }: ParsedTable, columns: ImportColumns): void {
  for (const [name, at] of Object.entries(columns))
    if (at !== null && at >= width) throw invalidInput(`columns.${name}`, words.columnMissing)
}

/** @param number of the row among those that hold entries, from 0 */
export function entryOfRow(
  row: readonly string[],
  number: number,
  columns: ImportColumns,
  names: readonly string[],
): ParsedEntry {
  const cell = (at: number | null) => (at === null ? '' : (row[at] ?? '').trim())
  const value = cell(columns.key)
  const address = cell(columns.address)
  const field = columns.key === null ? '' : (names[columns.key] ?? '')
  return {
    name: cell(columns.name) || hostOf(address) || words.row(number + 1),
    folder: cell(columns.folder).split('/').filter(Boolean).join(' / '),
    userName: cell(columns.userName),
    addresses: address.split(/[\s,]+/).filter(Boolean),
    values: value === '' ? [] : [{ field, value, login: true }],
    likely: true,
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
