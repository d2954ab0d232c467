import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { auditEventWords as words } from '../../../src-shared/words/en/audit-event'
import type { Providers } from '../provider/provider'
import type { Row, Store } from '../vault/store'

export interface RecordLabel {
  subject: string
  /** A connection's or an app's. */
  type: CredentialTypeKey | null
}

/** Where a record's name is, by the beginning of its id. */
const named: readonly [prefix: string, sql: string][] = [
  ['cred_', 'SELECT name, type FROM connection WHERE id = ?1 UNION ALL SELECT name, type FROM purged WHERE id = ?1'],
  ['recipe_', 'SELECT name FROM recipe WHERE id = ?'],
  ['deploy_', 'SELECT recipe_name AS name FROM deployment WHERE id = ?'],
  ['run_', 'SELECT recipe_name AS name FROM run WHERE id = ?'],
  ['delivery_', 'SELECT name FROM inbox WHERE id = ?'],
  ['grant_', 'SELECT node_name AS node FROM grant_given WHERE id = ?'],
]

/** What records are called now. Each is looked up once. */
export class RecordLabels {
  private readonly known = new Map<string, RecordLabel>()

  constructor(
    private readonly store: Store,
    private readonly providers: Providers,
  ) {}

  of(record: string): RecordLabel {
    const known = this.known.get(record)
    if (known) return known
    const label = this.find(record)
    this.known.set(record, label)
    return label
  }

  private find(record: string): RecordLabel {
    if (record === 'vault') return { subject: words.vault, type: null }
    if (record.startsWith('signer:')) return { subject: words.signer(record.slice('signer:'.length)), type: null }
    if (record.startsWith('app:')) return this.ofApp(record.slice('app:'.length) as CredentialTypeKey)
    const sql = named.find(([prefix]) => record.startsWith(prefix))?.[1]
    const row: Row | undefined = sql === undefined ? undefined : this.store.one(sql, [record])
    if (typeof row?.node === 'string') return { subject: words.grant(row.node), type: null }
    const type = typeof row?.type === 'string' ? (row.type as CredentialTypeKey) : null
    return { subject: typeof row?.name === 'string' ? row.name : record, type }
  }

  private ofApp(type: CredentialTypeKey): RecordLabel {
    const provider = this.providers.get(type)
    return { subject: provider?.description.name ?? type, type: provider ? type : null }
  }
}
