import type { Inputs, Outputs } from '../../../src-shared/contract'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { invalidInput } from '../error'
import type { Vault } from '../vault/vault'
import { runSummary } from './run-view'

/** A page of runs, newest first. */
export function listRuns({ store }: Vault, input: Inputs['run']['list']): Outputs['run']['list'] {
  const limit = input.limit ?? 50
  const where: string[] = []
  const params: (string | number)[] = []
  for (const [column, value] of [
    ['recipe_id', input.recipeId],
    ['deployment_id', input.deploymentId],
  ] as const) {
    if (value === undefined) continue
    where.push(`${column} = ?`)
    params.push(value)
  }
  if (input.cursor !== undefined) {
    where.push('(started_at, id) < (?, ?)')
    params.push(...positionOf(input.cursor))
  }
  const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`
  const rows = store.all(`SELECT * FROM run ${condition} ORDER BY started_at DESC, id DESC LIMIT ?`, [...params, limit + 1])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? JSON.stringify([Number(last.started_at), String(last.id)]) : undefined
  return { items: page.map(runSummary), nextCursor: next === undefined ? null : Buffer.from(next).toString('base64url') }
}

function positionOf(cursor: string): [number, string] {
  try {
    const [at, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof at === 'number' && typeof id === 'string' && rest.length === 0) return [at, id]
  } catch {
    // Not one of ours: answered below, like every other cursor that is not.
  }
  throw invalidInput('cursor', refusalWords.notACursor)
}
