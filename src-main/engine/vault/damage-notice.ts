import { DamageReport, Rollback } from '../../../src-shared/contract/vault-damage'
import { joinRanges } from './load-findings'
import type { Store } from './store'

/** Version 5: what the owner is to be told of the vault itself, as JSON by name, and when they answered. */
export const noticeTable = `
CREATE TABLE vault_notice (name TEXT PRIMARY KEY, value TEXT NOT NULL, answered_at INTEGER) WITHOUT ROWID;
`

interface Notice<T> {
  value: T
  /** Milliseconds since the epoch; null where nobody answered yet. */
  answeredAt: number | null
}

/** What was found damaged, as it adds up since the owner last acknowledged it. */
export const readDamage = (store: Store): Notice<DamageReport> | undefined => read(store, 'damage', DamageReport)
export const readRollback = (store: Store): Notice<Rollback> | undefined => read(store, 'rollback', Rollback)

/** An acknowledged report gives way to the next one; one that nobody has read yet is added to. */
export function putDamage(store: Store, report: DamageReport): void {
  const before = readDamage(store)
  put(store, 'damage', before?.answeredAt === null ? mergeDamage(before.value, report) : report)
}

export const putRollback = (store: Store, rollback: Rollback): void => put(store, 'rollback', rollback)

export function answer(store: Store, name: 'damage' | 'rollback', at: number): void {
  store.run('UPDATE vault_notice SET answered_at = ? WHERE name = ?', [at, name])
}

/** Both together. What the later one says of the same file or secret is what holds. Pure. */
export function mergeDamage(before: DamageReport, now: DamageReport): DamageReport {
  const recoveredSecrets = bySecret([...before.recoveredSecrets, ...now.recoveredSecrets])
  const recovered = new Set(now.recoveredSecrets.map(({ record }) => record))
  return {
    at: now.at,
    files: [...new Map([...before.files, ...now.files].map((file) => [file.file, file])).values()],
    rebuiltFrom: now.rebuiltFrom ?? before.rebuiltFrom,
    lostEvents: joinRanges([...before.lostEvents, ...now.lostEvents]),
    recoveredSecrets,
    lostSecrets: bySecret([...before.lostSecrets, ...now.lostSecrets]).filter(({ record }) => !recovered.has(record)),
  }
}

/** Whether a report says anything that the other does not. Pure. */
export function saysMore(report: DamageReport, than: DamageReport | undefined): boolean {
  if (than === undefined) return true
  const merged = mergeDamage(than, report)
  return JSON.stringify({ ...merged, at: '' }) !== JSON.stringify({ ...than, at: '' })
}

const bySecret = (secrets: DamageReport['lostSecrets']) => [...new Map(secrets.map((secret) => [secret.record, secret])).values()]

function read<T>(store: Store, name: string, schema: { safeParse(value: unknown): { data?: T } }): Notice<T> | undefined {
  const row = store.one('SELECT value, answered_at FROM vault_notice WHERE name = ?', [name])
  if (!row) return undefined
  const value = schema.safeParse(JSON.parse(String(row.value))).data
  return value === undefined ? undefined : { value, answeredAt: row.answered_at === null ? null : Number(row.answered_at) }
}

function put(store: Store, name: string, value: object): void {
  store.run('INSERT OR REPLACE INTO vault_notice (name, value, answered_at) VALUES (?, ?, NULL)', [name, JSON.stringify(value)])
}
