import type {
  ImportColumns,
  ImportDefaults,
  ImportEntryView,
  ImportFormat,
  ImportView,
} from '../../../src-shared/contract/import'
import type { Actor } from '../../../src-shared/domain/actor'
import { importWords as words } from '../../../src-shared/words/en/import'
import { EngineError, invalidInput } from '../error'
import type { Clock } from '../port'
import type { Provider } from '../provider/provider'
import { Turns } from '../vault/turns'
import type { Vault } from '../vault/vault'
import { type Draft, draftOf, type EntryChange, importedType } from './draft'
import { duplicateFinder } from './duplicates'
import type { ParsedEntry, ParsedFile, ParsedTable } from './parsed-file'
import { checkColumns, columnNames, entryOfRow, guessColumns, readsAsHeader } from './table'

/** A draft with what else is in the file and in the vault. */
export type Judged = Draft & Pick<ImportEntryView, 'duplicate' | 'suggested'>
type Counts = ImportView['counts']

export interface ImportContext {
  vault: Vault
  actor: Actor
  provider: Provider
  clock: Pick<Clock, 'monotonic'>
}

const firstDefaults: ImportDefaults = { placement: 'auto', parameter: null, prefix: null, origins: '', visibility: 'org' }

/** A file that was read: what it holds, what was chosen, and what would become of it. All of its secrets are here and in the vault alone. */
export class OpenImport {
  defaults = firstDefaults
  judged: readonly Judged[] = []
  counts: Counts = { total: 0, ready: 0, needsValue: 0, skipped: 0, duplicates: 0, suggested: 0 }
  private readonly changes = new Map<number, EntryChange>()
  private columns: { hasHeader: boolean; chosen: ImportColumns } | undefined

  constructor(
    readonly format: ImportFormat,
    private readonly file: ParsedFile,
    private readonly context: ImportContext,
  ) {
    if (file.table) {
      const hasHeader = readsAsHeader(file.table.rows)
      this.columns = { hasHeader, chosen: guessColumns(file.table, hasHeader) }
    }
  }

  get notes(): string[] {
    return [...this.file.notes]
  }

  get table(): ImportView['table'] {
    const { table } = this.file
    if (table === undefined || this.columns === undefined) return null
    return { columns: columnNames(table, this.columns.hasHeader), ...this.columns }
  }

  /** Throws `INVALID_INPUT`, and then nothing changes. */
  async choose(choice: { columns?: ImportColumns; hasHeader?: boolean; defaults?: ImportDefaults }): Promise<void> {
    const { table } = this.file
    if (choice.columns !== undefined || choice.hasHeader !== undefined) this.chooseColumns(table, choice)
    this.defaults = choice.defaults ?? this.defaults
    await this.judge()
  }

  /** Throws `INVALID_INPUT`. */
  async change(n: number, change: EntryChange): Promise<Judged> {
    const { entry } = this.at(n)
    if (change.chosen !== undefined && entry.values[change.chosen] === undefined) throw invalidInput('chosen', words.noSuchValue)
    this.changes.set(n, { ...this.changes.get(n), ...change })
    await this.judge()
    return this.at(n)
  }

  at(n: number): Judged {
    const judged = this.judged[n]
    if (judged === undefined) throw invalidInput('n', words.noSuchEntry)
    return judged
  }

  /** Anew, for what is a duplicate depends on all of them. */
  async judge(): Promise<void> {
    const { provider, vault, actor, clock } = this.context
    const turns = new Turns(clock)
    const judged: Judged[] = []
    const duplicateOf = duplicateFinder(vault, actor)
    const counts: Counts = { total: 0, ready: 0, needsValue: 0, skipped: 0, duplicates: 0, suggested: 0 }
    for (const entry of this.entries()) {
      const n = judged.length
      const draft = draftOf(provider, entry, this.changes.get(n) ?? {}, this.defaults)
      const duplicate = duplicateOf(draft, n)
      const suggested = draft.state === 'ready' && duplicate === null && entry.likely
      judged.push({ ...draft, duplicate, suggested })
      counts.total++
      counts[draft.state === 'needs_value' ? 'needsValue' : draft.state]++
      if (duplicate) counts.duplicates++
      if (suggested) counts.suggested++
      await turns.pause()
    }
    this.judged = judged
    this.counts = counts
  }

  private *entries(): Iterable<ParsedEntry> {
    const { table, entries } = this.file
    if (table === undefined || this.columns === undefined) {
      yield* entries
      return
    }
    const { hasHeader, chosen } = this.columns
    const names = columnNames(table, hasHeader)
    const rows = hasHeader ? table.rows.slice(1) : table.rows
    for (const [number, row] of rows.entries()) yield entryOfRow(row, number, chosen, names)
  }

  private chooseColumns(table: ParsedTable | undefined, choice: { columns?: ImportColumns; hasHeader?: boolean }): void {
    if (table === undefined || this.columns === undefined) throw invalidInput('columns', words.noTable)
    const hasHeader = choice.hasHeader ?? this.columns.hasHeader
    const isOther = hasHeader !== this.columns.hasHeader
    const chosen = choice.columns ?? (isOther ? guessColumns(table, hasHeader) : this.columns.chosen)
    checkColumns(table, chosen)
    // Entries have other numbers then.
    if (isOther) this.changes.clear()
    this.columns = { hasHeader, chosen }
  }
}

export function entryView(judged: Judged, n: number): ImportEntryView {
  const { name, entry, chosen, placement, parameter, origins, state, problems, duplicate, suggested } = judged
  const values = entry.values.map(({ field, value }) => ({ field, length: [...value].length }))
  const shown = { chosen, placement, parameter, origins, state, problems, duplicate, suggested }
  return { n, name, folder: entry.folder, type: importedType, values, ...shown }
}

/** The entries that are to be imported, by number. Throws `INVALID_INPUT` where one of them is not ready, or there is none. */
export function chosenOf(
  { judged }: OpenImport,
  { base, also, without }: { base: 'none' | 'suggested' | 'ready'; also: readonly number[]; without: readonly number[] },
): Judged[] {
  const left = new Set(without)
  const added = new Set(also)
  for (const [at, n] of also.entries()) {
    if (judged[n] === undefined) throw invalidInput(`also.${at}`, words.noSuchEntry)
    if (judged[n].state !== 'ready' && !left.has(n)) throw invalidInput(`also.${at}`, words.notReady)
  }
  const isBase = ({ state, suggested }: Judged) => base !== 'none' && (base === 'ready' ? state === 'ready' : suggested)
  const chosen = judged.filter((each, n) => !left.has(n) && (added.has(n) || isBase(each)))
  if (chosen.length === 0) throw new EngineError('INVALID_INPUT', { fields: [{ path: '', message: words.nothingChosen }] })
  return chosen
}
