import { SearchBacklog } from './search-backlog'
import { allDocs, allIds } from './search-docs'
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
  private readonly backlog = new SearchBacklog()
  private table: SearchTable | undefined

  /**
   * `upToNow`: the tables with the last event in them, for they are read but once for what has changed. `stored`: what `encodeSearch`
   * made when the snapshot was; undefined where there is none that can be read.
   */
  constructor(
    private readonly upToNow: () => Store,
    private readonly stored: () => Uint8Array | undefined = () => undefined,
  ) {}

  changed(id: string): void {
    this.backlog.add(id)
  }

  /** There is a backlog, and a table that is behind by it. */
  get isLong(): boolean {
    return this.table !== undefined && this.backlog.size >= MOST_WAITING
  }

  /** Brings it a step nearer to the tables, if there is one. */
  refresh(): void {
    if (!this.table) return
    const last = this.backlog.takeLast(this.upToNow(), MOST_WAITING)
    if (last.length > 0) this.table.replace(this.upToNow(), last)
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
    await this.load(turns)
    this.table ??= this.begin()
    // Each is looked at once to find its place. Not until nothing is left: there may be more and more.
    for (let left = 2 * this.backlog.size; left > 0; left -= MOST_WAITING) {
      this.refresh()
      await turns.pause()
    }
    await this.table.prepare(turns)
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
    // Asked first, because there is none at nearly every keystroke.
    if (this.backlog.size > 0) this.table.replace(this.upToNow(), this.backlog.takeAll())
    return this.table
  }

  /** With nothing in it, and everything to be put in. */
  private begin(): SearchTable {
    for (const id of allIds(this.upToNow())) this.backlog.add(id)
    return SearchTable.of([])
  }

  private read(): SearchTable {
    const stored = this.stored()
    const found = stored && decodeSearch(stored)
    if (found) return SearchTable.stored(found)
    this.backlog.takeAll()
    return SearchTable.of(allDocs(this.upToNow()))
  }
}
