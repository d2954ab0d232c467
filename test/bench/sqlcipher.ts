import { join } from 'node:path'
import { KEY_BYTES, randomBytes } from '../../src-main/engine/vault/seal'
import { entry } from './entry'
import type { Peers } from './peer-packages'

interface Statement {
  run(...values: unknown[]): unknown
  get(...values: unknown[]): Record<string, unknown>
  all(...values: unknown[]): Record<string, unknown>[]
}
interface Database {
  pragma(source: string): unknown
  exec(source: string): void
  prepare(source: string): Statement
  transaction(work: () => void): () => void
  close(): void
}

/**
 * A table as an application has one, in SQLite under SQLCipher 4's defaults: a raw key, so no key derivation; WAL; every commit
 * synced (`synchronous = FULL`). Statements are prepared once.
 */
export function sqlcipherWith(peers: Peers, folder: string, count: number) {
  const Constructor = peers.sqlcipher<new (path: string) => Database>()
  const path = join(folder, `sqlcipher-${count}.db`)
  const key = Buffer.from(randomBytes(KEY_BYTES)).toString('hex')
  const open = () => {
    const database = new Constructor(path)
    database.pragma(`cipher = 'sqlcipher'`)
    database.pragma('legacy = 4')
    database.pragma(`key = "x'${key}'"`)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    return database
  }
  const first = open()
  const ids = fill(first, count)
  // What is measured is a settled file.
  first.pragma('wal_checkpoint(TRUNCATE)')
  first.close()
  return { ids, open: () => new SqlcipherTable(open()) }
}

/** An open one. */
class SqlcipherTable {
  private readonly update: Statement
  private readonly like: Statement
  private readonly likeCount: Statement
  private readonly page: Statement
  private readonly count: Statement

  constructor(private readonly database: Database) {
    const where = '(name LIKE @pattern OR account_label LIKE @pattern OR account_id LIKE @pattern OR id LIKE @pattern)'
    const columns = 'id, type, name, account_id, account_label, owner, details, scopes, added_at, updated_at'
    this.update = database.prepare('UPDATE connection SET name = ?, updated_at = ? WHERE id = ?')
    this.like = database.prepare(`SELECT ${columns} FROM connection WHERE ${where} ORDER BY name, id LIMIT 50`)
    this.likeCount = database.prepare(`SELECT count(*) AS total FROM connection WHERE ${where}`)
    this.page = database.prepare(`SELECT ${columns} FROM connection ORDER BY name, id LIMIT 50`)
    this.count = database.prepare('SELECT count(*) AS total FROM connection')
  }

  /** One durable commit. */
  rename(id: string, name: string): void {
    this.update.run(name, new Date().toISOString(), id)
  }

  search(word: string): { items: unknown[]; total: unknown } {
    const pattern = { pattern: `%${word}%` }
    return { items: this.like.all(pattern), total: this.likeCount.get(pattern).total }
  }

  firstPage(): { items: unknown[]; total: unknown } {
    return { items: this.page.all(), total: this.count.get().total }
  }

  close(): void {
    this.database.close()
  }
}

function fill(database: Database, count: number): string[] {
  database.exec(
    `CREATE TABLE connection (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, account_id TEXT NOT NULL,
       account_label TEXT NOT NULL, owner TEXT NOT NULL, details TEXT NOT NULL, scopes TEXT NOT NULL, added_at TEXT NOT NULL,
       updated_at TEXT NOT NULL, secret TEXT NOT NULL);
     CREATE INDEX connection_by_name ON connection (name, id);`,
  )
  const insert = database.prepare('INSERT INTO connection VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const ids: string[] = []
  database.transaction(() => {
    for (let index = 0; index < count; index++) {
      const { id, type, name, account, owner, details, scopes, addedAt, secret } = entry(index)
      const texts = [owner.subject, JSON.stringify(details), JSON.stringify(scopes), addedAt, addedAt, JSON.stringify(secret)]
      insert.run(id, type, name, account.id, account.label, ...texts)
      ids.push(id)
    }
  })()
  return ids
}
