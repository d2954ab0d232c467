import initSqlJs, { type BindParams, type Database, type SqlJsStatic, type SqlValue, type Statement } from 'sql.js'
import { type FrozenBytes, ImageFile } from './image-file'
import { LazyImage } from './lazy-image'

export type Row = Record<string, SqlValue>

/** A statement, and the names of what it answers: reading those for every row costs more than the row. */
interface Prepared {
  statement: Statement
  names: readonly string[]
}

let sqlite: Promise<SqlJsStatic> | undefined
const loadSqlite = () => {
  sqlite ??= initSqlJs()
  return sqlite
}

/**
 * The projection's database, in memory. The only importer of sql.js.
 * Statements are prepared once by their text.
 */
export class Store {
  private readonly statements = new Map<string, Prepared>()
  private inTransaction = false
  /** Where the database is opened as it is read. */
  private readonly lazy: LazyImage | undefined

  private constructor(
    private readonly database: Database,
    /** Where its bytes are; undefined for one that was made empty. */
    private readonly file: ImageFile | undefined,
  ) {
    this.lazy = file instanceof LazyImage ? file : undefined
    this.setPragmas()
  }

  /** An empty database, or one from the bytes of an earlier `image`, which are copied unless they are opened as they are read. */
  static async open(image?: Uint8Array | LazyImage): Promise<Store> {
    const { Database } = await loadSqlite()
    const file = image instanceof Uint8Array ? ImageFile.of(image) : image
    return new Store(new Database(file?.asFile()), file)
  }

  /** Runs statements that return nothing and take no parameters. */
  script(sql: string): void {
    this.database.exec(sql)
  }

  run(sql: string, params: BindParams = null): void {
    this.prepared(sql).statement.run(params)
  }

  /** The first row, or undefined. Throws `OpenError` once part of the image did not open. */
  one(sql: string, params: BindParams = null): Row | undefined {
    const { statement, names } = this.prepared(sql)
    try {
      statement.bind(params)
      const row = statement.step() ? asRow(names, statement.get()) : undefined
      this.refuseDamaged()
      return row
    } finally {
      statement.reset()
    }
  }

  all(sql: string, params: BindParams = null): Row[] {
    const { statement, names } = this.prepared(sql)
    const rows: Row[] = []
    try {
      statement.bind(params)
      while (statement.step()) rows.push(asRow(names, statement.get()))
      this.refuseDamaged()
      return rows
    } finally {
      statement.reset()
    }
  }

  /** All of `work`, or none of it. Within another transaction it is part of that. */
  transaction(work: () => void): void {
    if (this.inTransaction) {
      work()
      return
    }
    this.inTransaction = true
    this.run('BEGIN')
    try {
      work()
      this.run('COMMIT')
    } catch (error) {
      this.run('ROLLBACK')
      throw error
    } finally {
      this.inTransaction = false
    }
  }

  /** The whole database as bytes that `open` takes. */
  image(): Uint8Array {
    return this.database.export()
  }

  /** The same as it is now, read while the database goes on. Not within a transaction. Only the last one taken can be read. */
  freeze(): FrozenBytes {
    if (this.inTransaction) throw new Error('a database is not frozen within a transaction')
    const bytes = Number(this.one('PRAGMA page_count')?.page_count) * Number(this.one('PRAGMA page_size')?.page_size)
    const frozen = this.file?.freeze(bytes)
    if (frozen) return frozen
    const image = this.image()
    return { length: image.length, subarray: (begin, end) => image.subarray(begin, end), release: () => undefined }
  }

  close(): void {
    this.statements.clear()
    this.database.close()
  }

  /** SQLite does not pass on every failure to read: what it answers once part of the image did not open may be another row's. */
  private refuseDamaged(): void {
    if (this.lazy?.damage) throw this.lazy.damage
  }

  private prepared(sql: string): Prepared {
    let prepared = this.statements.get(sql)
    if (!prepared) {
      const statement = this.database.prepare(sql)
      prepared = { statement, names: statement.getColumnNames() }
      this.statements.set(sql, prepared)
    }
    return prepared
  }

  private setPragmas(): void {
    // What was deleted must not linger in the pages of the next image. The rest: there is one user and no disk, so nothing
    // needs to be locked, synced or kept for another process.
    this.database.exec(
      'PRAGMA secure_delete = ON; PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY; PRAGMA synchronous = OFF; ' +
        'PRAGMA locking_mode = EXCLUSIVE;',
    )
  }
}

function asRow(names: readonly string[], values: readonly SqlValue[]): Row {
  const row: Row = {}
  for (const [index, name] of names.entries()) row[name] = values[index] ?? null
  return row
}
