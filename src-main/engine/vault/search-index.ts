import { allDocs, lastOf } from './search-docs'
import { decodeSearch, type StoredDoc } from './search-file'
import { type SearchFilter, SearchTable } from './search-table'
import type { Store } from './store'
import type { Turns } from './turns'

/** So many are written at the latest, and at once: a search should not meet a long backlog, and no call wait for one. */
const MOST_WAITING = 32

/**
 * What search looks in, in memory: the words of each connection, what lists are filtered by, and their order. It is read back from the
 * snapshot behind the first list, or when somebody looks for something before that, and brought up to the tables from the ids that have changed since.
 */
export class SearchIndex {
  private readonly waiting = new Set<string>()
  private table: SearchTable | undefined

  /** `stored`: what `encodeSearch` made when the snapshot was; undefined where there is none that can be read. */
  constructor(
    private readonly store: Store,
    private readonly stored: () => Uint8Array | undefined = () => undefined,
  ) {}

  changed(id: string): void {
    this.waiting.add(id)
  }

  /** There is a backlog, and a table that is behind by it. */
  get isLong(): boolean {
    return this.table !== undefined && this.waiting.size >= MOST_WAITING
  }

  /** Brings it nearer to the tables: the last ones in the order of lists, for each of the others has its place before one that is right. */
  refresh(): void {
    const last = lastOf(this.store, [...this.waiting], MOST_WAITING)
    if (!this.table || last.length < MOST_WAITING) {
      this.upToDate()
      return
    }
    this.table.replace(this.store, last)
    for (const id of last) this.waiting.delete(id)
  }

  /** Reads what the snapshot has, with calls answered in between, before anybody looks for something. */
  async load(turns: Turns): Promise<void> {
    if (this.table) return
    const stored = this.stored()
    await turns.pause()
    const found = stored && decodeSearch(stored)
    if (!found) return
    const table = await SearchTable.storedInTurns(found, turns)
    // Somebody may have looked for something meanwhile, and had it read at once.
    this.table ??= table
    await this.table.prepare(turns)
  }

  /** Brings it up to what there is now, in turns, for what may not be done in any: hardly anything is left to `frozen` then. */
  async settle(turns: Turns): Promise<void> {
    for (let left = this.waiting.size; left > 0; left -= MOST_WAITING) {
      this.refresh()
      await turns.pause()
    }
  }

  /** Everything as it is now, for the next snapshot: made into bytes (`encodeSearch`) while commands go on. */
  frozen(): Iterable<StoredDoc> {
    return this.upToDate().frozen()
  }

  /**
   * Numbers of the connections that have, for each of the words, one that begins with it, in the order of lists: `limit` of them from
   * connection `from` on, and how many there are in all.
   */
  find(words: readonly string[], filter: SearchFilter, { from, limit }: { from: number | undefined; limit: number }) {
    const table = this.upToDate()
    return table.find(words, filter, from === undefined ? 0 : table.placeOf(from), limit)
  }

  private upToDate(): SearchTable {
    this.table ??= this.read()
    if (this.waiting.size > 0) this.table.replace(this.store, [...this.waiting])
    this.waiting.clear()
    return this.table
  }

  private read(): SearchTable {
    const stored = this.stored()
    const found = stored && decodeSearch(stored)
    if (found) return SearchTable.stored(found)
    this.waiting.clear()
    return SearchTable.of(allDocs(this.store))
  }
}
