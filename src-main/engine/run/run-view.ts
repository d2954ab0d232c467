import type { RunNodeView, RunSummary, RunView } from '../../../src-shared/contract/run'
import type { Actor } from '../../../src-shared/domain/actor'
import type { Visibility } from '../../../src-shared/domain/credential-type'
import { canSee } from '../../../src-shared/domain/visibility'
import { runNodeWords as words } from '../../../src-shared/words/en/run-node'
import { findRow } from '../connection/connection-row'
import { EngineError } from '../error'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

/** Nodes that are at work now, and since when; milliseconds since the epoch. */
export type AtWork = ReadonlyMap<string, number>

/** Throws `NOT_FOUND`. */
export function findRun({ store }: Vault, id: string): Row {
  const row = store.one('SELECT * FROM run WHERE id = ?', [id])
  if (row === undefined) throw new EngineError('NOT_FOUND')
  return row
}

/** Columns were written by our own events, so their types are known. */
export function runSummary(row: Row): RunSummary {
  const starter = row.starter_subject
  return {
    id: row.id as RunSummary['id'],
    deploymentId: row.deployment_id as RunSummary['deploymentId'],
    recipeId: row.recipe_id as RunSummary['recipeId'],
    recipeName: String(row.recipe_name),
    status: row.status as RunSummary['status'],
    cause: row.cause as RunSummary['cause'],
    startedBy: typeof starter === 'string' ? { subject: starter, label: String(row.starter_label) } : null,
    startedAt: iso(row.started_at),
    finishedAt: isoOrNull(row.finished_at),
    failedNode: typeof row.failed_node === 'string' ? (JSON.parse(row.failed_node) as RunSummary['failedNode']) : null,
  }
}

/** A run and its data, as this actor may see them. */
export function runView(vault: Vault, actor: Actor, row: Row, atWork: AtWork = new Map()): RunView {
  const rows = vault.store.all('SELECT * FROM run_node WHERE run_id = ? ORDER BY position', [row.id ?? null])
  const summary = runSummary(row)
  const nodes = rows.map((node) => nodeView(vault, actor, node, summary.status === 'running' ? atWork : undefined))
  return { ...summary, nodes, retryOf: typeof row.retry_of === 'string' ? (row.retry_of as RunSummary['id']) : null }
}

/** @param atWork undefined once the run has ended: what still waits then never had its turn */
function nodeView(vault: Vault, actor: Actor, row: Row, atWork: AtWork | undefined): RunNodeView {
  const since = row.status === 'waiting' ? atWork?.get(String(row.node_id)) : undefined
  const status = row.status === 'waiting' && atWork === undefined ? 'skipped' : row.status
  return {
    nodeId: String(row.node_id),
    name: String(row.name),
    kind: row.kind as RunNodeView['kind'],
    status: since === undefined ? (status as RunNodeView['status']) : 'running',
    startedAt: since === undefined ? isoOrNull(row.started_at) : iso(since),
    finishedAt: isoOrNull(row.finished_at),
    output: typeof row.output === 'string' ? (JSON.parse(row.output) as RunNodeView['output']) : null,
    outputTruncated: row.output_truncated === 1,
    error: typeof row.error === 'string' ? errorFor(vault, actor, JSON.parse(row.error) as Failure) : null,
    times: Number(row.times),
  }
}

type Failure = NonNullable<RunNodeView['error']>

/** To everyone but its owner, a private connection has no id and no status, in no sentence either. */
function errorFor(vault: Vault, actor: Actor, error: Failure): Failure {
  const row = error.connectionId === undefined ? undefined : findRow(vault, error.connectionId)
  const isShown =
    row && canSee(actor, { visibility: row.visibility as Visibility, owner: { subject: String(row.owner_subject) } })
  if (row === undefined || isShown) return error
  const { connectionId: _id, status: _status, ...rest } = error
  // What a grant lacks is said of the node, and who is to mend it has to be told.
  return rest.code === 'GRANT_MISSING' ? rest : { ...rest, message: words.privateStopped }
}

const iso = (milliseconds: unknown): string => new Date(Number(milliseconds)).toISOString()
const isoOrNull = (milliseconds: unknown): string | null => (typeof milliseconds === 'number' ? iso(milliseconds) : null)
