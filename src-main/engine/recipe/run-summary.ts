import type { RunSummary } from '../../../src-shared/contract/run'
import type { Row } from '../vault/store'

/** A run's row in short. Columns were written by our own events, so their types are known. */
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
    startedAt: new Date(Number(row.started_at)).toISOString(),
    finishedAt: typeof row.finished_at === 'number' ? new Date(row.finished_at).toISOString() : null,
    failedNode: typeof row.failed_node === 'string' ? (JSON.parse(row.failed_node) as RunSummary['failedNode']) : null,
  }
}
