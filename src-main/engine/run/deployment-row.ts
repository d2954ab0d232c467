import type { Actor } from '../../../src-shared/domain/actor'
import type { Subject } from '../../../src-shared/domain/identifiers'
import type { RecipeDocument } from '../../../src-shared/domain/recipe/recipe'
import { EngineError } from '../error'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

/** A snapshot that was put to work, as it was pinned. */
export interface Deployment {
  id: string
  recipeId: string
  recipeName: string
  version: number
  deployer: { subject: string; label: string; org: string }
  /** Milliseconds since the epoch. */
  at: number
  withdrawnAt: number | null
  nodes: RecipeDocument['nodes']
  edges: RecipeDocument['edges']
}

/** Throws `NOT_FOUND`. */
export function findDeployment({ store }: Vault, id: string): Deployment {
  const row = store.one('SELECT * FROM deployment WHERE id = ?', [id])
  if (row === undefined) throw new EngineError('NOT_FOUND')
  return deploymentOf(row)
}

export function deploymentOf(row: Row): Deployment {
  const { nodes, edges } = JSON.parse(String(row.snapshot)) as Pick<Deployment, 'nodes' | 'edges'>
  return {
    id: String(row.id),
    recipeId: String(row.recipe_id),
    recipeName: String(row.recipe_name),
    version: Number(row.version),
    deployer: {
      subject: String(row.deployer_subject),
      label: String(row.deployer_label),
      org: String(row.deployer_org),
    },
    at: Number(row.at),
    withdrawnAt: typeof row.withdrawn_at === 'number' ? row.withdrawn_at : null,
    nodes,
    edges,
  }
}

/** Whom its runs act as. Whoever operates the vault has no more rights in them than everybody else. */
export const actorOf = ({ deployer: { subject, label, org } }: Deployment): Actor => ({
  subject: subject as Subject,
  label,
  org,
  owner: false,
})

/** Of each recipe the newest that was not withdrawn: events from outside start no other, or two versions would answer one. */
export function activeDeployments({ store }: Vault): Deployment[] {
  const rows = store.all('SELECT * FROM deployment WHERE withdrawn_at IS NULL ORDER BY at DESC, n DESC')
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const recipe = String(row.recipe_id)
    if (seen.has(recipe)) return []
    seen.add(recipe)
    return deploymentOf(row)
  })
}
