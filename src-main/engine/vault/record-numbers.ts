import type { Store } from './store'

/** The number of the vault's own record. */
const VAULT = 0

interface Numbered {
  /** How the names of such records begin; connections are the rest. */
  prefix: string
  table: string
  key: string
  /** Whether the key in the table has the prefix too. */
  keepsPrefix: boolean
}

const connections: Numbered = { prefix: '', table: 'connection', key: 'id', keepsPrefix: true }
/** Their events are there for good. */
const purged: Numbered = { ...connections, table: 'purged' }
const others: readonly Numbered[] = [
  { prefix: 'app:', table: 'provider_app', key: 'type', keepsPrefix: false },
  { prefix: 'signer:', table: 'signer', key: 'subject', keepsPrefix: false },
  { prefix: 'recipe_', table: 'recipe', key: 'id', keepsPrefix: true },
  { prefix: 'grant_', table: 'grant_given', key: 'id', keepsPrefix: true },
  { prefix: 'deploy_', table: 'deployment', key: 'id', keepsPrefix: true },
  { prefix: 'run_', table: 'run', key: 'id', keepsPrefix: true },
  { prefix: 'delivery_', table: 'inbox', key: 'id', keepsPrefix: true },
]

/** The number of a record in the directory; undefined where there is no such record. */
export function numberOf(store: Store, record: string): number | undefined {
  if (record === 'vault') return VAULT
  const other = others.find((candidate) => record.startsWith(candidate.prefix))
  for (const { prefix, table, key, keepsPrefix } of other ? [other] : [connections, purged]) {
    const row = store.one(`SELECT n FROM ${table} WHERE ${key} = ?`, [keepsPrefix ? record : record.slice(prefix.length)])
    if (row) return Number(row.n)
  }
  return undefined
}

/** The record that has a number; undefined where none has it any more. */
export function recordOf(store: Store, n: number): string | undefined {
  if (n === VAULT) return 'vault'
  for (const { prefix, table, key, keepsPrefix } of [connections, ...others, purged]) {
    const row = store.one(`SELECT ${key} AS name FROM ${table} WHERE n = ?`, [n])
    if (row) return `${keepsPrefix ? '' : prefix}${row.name}`
  }
  return undefined
}
