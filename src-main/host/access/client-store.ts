import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { ulid } from 'ulid'
import type { ClientView } from '../../../src-shared/contract/client'
import { ClientId, Subject } from '../../../src-shared/domain/identifiers'
import { hostFileWords } from '../../../src-shared/words/en/host-file'
import { EngineError } from '../../engine/error'
import type { Clock, Logger } from '../../engine/port'
import { type ClientFile, type ClientRecord, readClientFile } from './client-file'
import type { KnownPerson, People } from './people'
import { writePrivateFile } from './private-file'
import { newToken, tokenHash } from './token'

const FLUSH_MS = 60_000

interface Options {
  folder: string
  clock: Pick<Clock, 'now'>
  logger: Logger
  /** Given in the demo. A real folder makes its own owner once, and keeps it. */
  people?: { org: string; owner: KnownPerson }
}

/** Who a token acts as, and the signal that ends what it started when it is revoked. */
export interface Bearer {
  subject: Subject
  until: AbortSignal
}

/** API tokens: kept by hash in the file `clients`, changed durably or not at all. When they were used is written lazily. */
export class ClientStore {
  readonly #ends = new Map<string, AbortController>()
  #writing: Promise<void> = Promise.resolve()
  #flush: NodeJS.Timeout | undefined

  private constructor(
    private readonly path: string,
    private file: ClientFile,
    private readonly options: Options,
  ) {}

  static async open(options: Options): Promise<ClientStore> {
    const path = join(options.folder, 'clients')
    const known = await readClientFile(path)
    const made = { org: `org_${ulid()}`, owner: { subject: Subject.parse(`owner_${ulid()}`), label: hostFileWords.owner } }
    const { org, owner } = options.people ?? known ?? made
    return new ClientStore(path, { format: 1, org, owner, clients: known?.clients ?? [] }, options)
  }

  get people(): Omit<People, 'others'> {
    return { org: this.file.org, owner: this.file.owner }
  }

  list(): ClientView[] {
    return this.file.clients.map(shown)
  }

  /** The bearer of a token, or undefined where no client has it. Notes the use. */
  resolve(token: string): Bearer | undefined {
    const client = this.#find(token)
    if (client === undefined) return undefined
    client.lastUsedAt = this.#now()
    this.#flush ??= setTimeout(() => void this.#flushUses(), FLUSH_MS).unref()
    return { subject: client.subject, until: this.#end(client.id).signal }
  }

  /** Whom a token acts as, without noting a use. */
  subjectOf(token: string): Subject | undefined {
    return this.#find(token)?.subject
  }

  /** Makes a client; its token is in this answer and nowhere else. Throws `VAULT_READ_ONLY` where the disk refuses. */
  async create(name: string, subject: Subject): Promise<ClientView & { token: string }> {
    const token = newToken()
    const id = ClientId.parse(`client_${ulid()}`)
    const client = { id, name, subject, sha256: tokenHash(token), createdAt: this.#now(), lastUsedAt: null }
    await this.#change((clients) => [...clients, client])
    return { ...shown(client), token }
  }

  /** Throws `NOT_FOUND`, or `VAULT_READ_ONLY` where the disk refuses; then the token still works. */
  async revoke(id: ClientId): Promise<ClientView> {
    const client = this.file.clients.find((each) => each.id === id)
    if (client === undefined) throw new EngineError('NOT_FOUND')
    await this.#change((clients) => {
      // Of two revocations at once, the second finds nothing.
      if (!clients.includes(client)) throw new EngineError('NOT_FOUND')
      return clients.filter((each) => each !== client)
    })
    this.#end(id).abort()
    this.#ends.delete(id)
    return shown(client)
  }

  /** Writes what is still unwritten. */
  async close(): Promise<void> {
    if (this.#flush !== undefined) await this.#flushUses()
    await this.#writing
  }

  #change(next: (clients: ClientRecord[]) => ClientRecord[]): Promise<void> {
    const change = this.#writing.then(async () => {
      const clients = next(this.file.clients)
      try {
        await writePrivateFile(this.path, `${JSON.stringify({ ...this.file, clients }, null, 2)}\n`)
      } catch (error) {
        this.options.logger.error('the file of API clients cannot be written', { code: errorCode(error) })
        throw new EngineError('VAULT_READ_ONLY')
      }
      this.file = { ...this.file, clients }
    })
    this.#writing = change.catch(() => {})
    return change
  }

  async #flushUses(): Promise<void> {
    clearTimeout(this.#flush)
    this.#flush = undefined
    // A lost time of last use is no reason to fail anything; the log has said that the file cannot be written.
    await this.#change((clients) => clients).catch(() => {})
  }

  #find(token: string): ClientRecord | undefined {
    const hash = tokenHash(token)
    return this.file.clients.find((client) => sameHash(client.sha256, hash))
  }

  #end(id: string): AbortController {
    const end = this.#ends.get(id) ?? new AbortController()
    this.#ends.set(id, end)
    return end
  }

  #now = (): string => new Date(this.options.clock.now()).toISOString()
}

const sameHash = (a: string, b: string) => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))

function shown({ sha256: _, ...view }: ClientRecord): ClientView {
  return view
}

const errorCode = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
