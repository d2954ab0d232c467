import type { GrantView } from '../../../src-shared/contract/grant'
import type { Actor } from '../../../src-shared/domain/actor'
import { personOf } from '../connection/provider-apps'
import { EngineError } from '../error'
import type { Row } from '../vault/store'
import { endOf } from './grant-standing'
import { actHash, isReceiptGood } from './receipt'
import type { RecipeDependencies } from './recipe-parts'

/** With the names that recipe and connection have now: a removed recipe keeps its own. */
const SELECT = `SELECT g.*, r.name AS recipe_name, r.removed_at, c.name AS connection_name,
  EXISTS (SELECT 1 FROM departed WHERE subject = g.owner_subject) AS is_gone
  FROM grant_given AS g JOIN recipe AS r ON r.id = g.recipe_id JOIN connection AS c ON c.id = g.connection_id`

/** All that somebody gave, newest first; each receipt is verified anew. */
export const listGrants = (deps: RecipeDependencies, actor: Actor): { items: GrantView[] } => ({
  items: deps.vault.store
    .all(`${SELECT} WHERE g.owner_subject = ? ORDER BY g.at DESC, g.n DESC`, [actor.subject])
    .map((row) => grantView(deps, row)),
})

/** Drafts and deployments stop at that node. One that was revoked stays as it is. Throws `NOT_FOUND`, also for somebody else's. */
export function revokeGrant(deps: RecipeDependencies, actor: Actor, id: string): Promise<GrantView> {
  const { vault } = deps
  const read = () => vault.store.one(`${SELECT} WHERE g.id = ? AND g.owner_subject = ?`, [id, actor.subject])
  return vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const row = read()
      if (row === undefined) throw new EngineError('NOT_FOUND')
      if (row.revoked_at !== null) return { events: [], result: () => grantView(deps, row) }
      return {
        events: [{ body: { kind: 'grant.revoked', record: id, data: {} } }],
        result: () => grantView(deps, read() ?? row),
      }
    },
  })
}

function grantView(deps: RecipeDependencies, row: Row): GrantView {
  const end = endOf(row)
  return {
    id: row.id as GrantView['id'],
    recipeId: row.recipe_id as GrantView['recipeId'],
    recipeName: String(row.recipe_name),
    nodeId: String(row.node_id),
    nodeName: String(row.node_name),
    connectionId: row.connection_id as GrantView['connectionId'],
    connectionName: String(row.connection_name),
    owner: { subject: String(row.owner_subject), label: String(row.owner_label) },
    at: iso(row.at),
    expiresAt: end === null ? null : iso(end),
    revokedAt: row.revoked_at === null ? null : iso(row.revoked_at),
    status: statusOf(deps, row),
    receipt: {
      algorithm: 'Ed25519',
      payload: String(row.payload),
      signature: String(row.signature),
      publicKey: String(row.public_key),
    },
    verified: isReceiptGood(deps.vault, row),
  }
}

function statusOf({ clock, documents }: RecipeDependencies, row: Row): GrantView['status'] {
  if (row.revoked_at !== null) return 'revoked'
  if (row.removed_at !== null) return 'recipe_removed'
  if (row.is_gone === 1) return 'owner_gone'
  if ((endOf(row) ?? Number.POSITIVE_INFINITY) <= clock.now()) return 'expired'
  const node = documents.get(String(row.recipe_id)).document.nodes.find(({ id }) => id === row.node_id)
  return node !== undefined && actHash(node) === row.act ? 'active' : 'earlier_version'
}

const iso = (milliseconds: unknown): string => new Date(Number(milliseconds)).toISOString()
