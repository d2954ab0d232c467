import { searchWords } from './search-words'
import type { Store } from './store'

/** So many are written at once at the latest: a search should not meet a long backlog. */
const MOST_WAITING = 256

/**
 * The words that search looks in: name, account, type and id of each connection. Writing them costs several times what the rest
 * of a change does, so changed ones wait until somebody searches, an image is taken, or many have come together.
 */
export class SearchText {
  private readonly waiting = new Set<string>()

  constructor(private readonly store: Store) {}

  changed(id: string): void {
    this.waiting.add(id)
  }

  get isLong(): boolean {
    return this.waiting.size >= MOST_WAITING
  }

  /** Brings the words up to the tables. */
  refresh(): void {
    if (this.waiting.size === 0) return
    this.store.transaction(() => {
      for (const id of this.waiting) this.write(id)
    })
    this.waiting.clear()
  }

  private write(id: string): void {
    const row = this.store.one('SELECT n, name, account_label, account_id, type FROM connection WHERE id = ?', [id])
    if (!row) return
    const text = searchWords([row.name, row.account_label, row.account_id, row.type, id].join(' ')).join(' ')
    this.store.run('DELETE FROM connection_text WHERE docid = ?', [row.n ?? null])
    this.store.run('INSERT INTO connection_text (docid, text) VALUES (?, ?)', [row.n ?? null, text])
  }
}
