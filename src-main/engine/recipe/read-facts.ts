import type { Visibility } from '../../../src-shared/domain/credential-type'
import { managedTypes } from '../../../src-shared/domain/recipe/node-kind'
import type { ConnectionFact, GrantFact, PreflightFacts } from '../../../src-shared/domain/recipe/preflight'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { ConnectionStatus } from '../../../src-shared/domain/status'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

type Reading = Pick<Vault, 'store'>
type BoundNode = Pick<RecipeNode, 'credential'>

/** Whether a grant's receipt is good, for whoever asks; some remember what they looked at. */
export type CheckReceipt = (grantId: string) => boolean

/**
 * What preflight of these recipes has to know, by recipe. As many queries for a thousand recipes as for one.
 * @param known connections that were read before and have not changed since; those that are read are added
 */
export function readFacts(
  vault: Reading,
  recipes: readonly { id: string; nodes: readonly BoundNode[] }[],
  now: number,
  isReceiptGood: CheckReceipt,
  known: Map<string, ConnectionFact> = new Map(),
): (recipeId: string) => PreflightFacts {
  const unknown = new Set<string>()
  let isPrivate = false
  for (const { nodes } of recipes) {
    for (const { credential } of nodes) {
      const id = connectionIn(credential)
      if (id === undefined) continue
      const connection = known.get(id)
      if (connection === undefined) unknown.add(id)
      else isPrivate ||= connection.visibility === 'private'
    }
  }
  for (const [id, connection] of readConnections(vault, [...unknown])) {
    known.set(id, connection)
    isPrivate ||= connection.visibility === 'private'
  }
  const managed = readManaged(vault)
  const departed = new Set(vault.store.all('SELECT subject FROM departed').map(({ subject }) => String(subject)))
  const recipeIds = recipes.map(({ id }) => id)
  const grants = isPrivate ? readGrants(vault, recipeIds, now, isReceiptGood) : new Map<string, PreflightFacts['grants']>()
  return (recipeId) => ({ connections: known, managed, departed, grants: grants.get(recipeId) ?? new Map() })
}

export const connectionIn = (credential: RecipeNode['credential'] | { private: true }): string | undefined =>
  credential !== undefined && 'connectionId' in credential ? credential.connectionId : undefined

/** By id; what is not there is left out. */
export function readConnections({ store }: Reading, ids: readonly string[]): Map<string, ConnectionFact> {
  if (ids.length === 0) return new Map()
  // One answer rather than a row each: reading a row costs more than finding it.
  const found = store.one(
    `SELECT json_group_array(json_array(c.id, c.type, c.visibility, c.owner_subject, c.status, c.binding_lost)) AS found
     FROM json_each(?) AS asked CROSS JOIN connection AS c ON c.id = asked.value`,
    [JSON.stringify(ids)],
  )
  return new Map((JSON.parse(String(found?.found)) as FoundConnection[]).map((one) => [one[0], connectionFact(one)]))
}

type FoundConnection = [string, string, Visibility, string, ConnectionStatus, number]

const connectionFact = ([, type, visibility, subject, status, bindingLost]: FoundConnection): ConnectionFact => ({
  type,
  visibility,
  owner: { subject },
  status,
  hasSubject: bindingLost !== 1,
})

/** The operator's, by type. One that was withdrawn is not provisioned any more. */
function readManaged({ store }: Reading): PreflightFacts['managed'] {
  // By their types, which an index has, and there is none of what is managed.
  const rows = store.all(
    `SELECT type, status FROM connection
     WHERE type IN (SELECT value FROM json_each(?)) AND managed = 1 AND status <> 'revoked' ORDER BY n`,
    [JSON.stringify(managedTypes)],
  )
  return new Map(rows.map(({ type, status }) => [String(type), { status: status as ConnectionStatus }]))
}

/** Those that may still hold, by recipe and node. */
function readGrants({ store }: Reading, recipeIds: readonly string[], now: number, isReceiptGood: CheckReceipt) {
  const rows = store.all(
    `SELECT g.id, g.recipe_id, g.node_id, g.connection_id, g.act, g.owner_subject, g.expires_at
     FROM json_each(?) AS asked CROSS JOIN grant_given AS g ON g.recipe_id = asked.value
     WHERE g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > ?)`,
    [JSON.stringify(recipeIds), now],
  )
  const byRecipe = new Map<string, Map<string, GrantFact[]>>()
  for (const row of rows) {
    const byNode = byRecipe.get(String(row.recipe_id)) ?? new Map<string, GrantFact[]>()
    byRecipe.set(String(row.recipe_id), byNode)
    byNode.set(String(row.node_id), [...(byNode.get(String(row.node_id)) ?? []), grantFact(row, isReceiptGood)])
  }
  return byRecipe
}

const grantFact = (row: Row, isReceiptGood: CheckReceipt): GrantFact => ({
  connectionId: String(row.connection_id),
  ownerSubject: String(row.owner_subject),
  act: String(row.act),
  expiresAt: typeof row.expires_at === 'number' ? row.expires_at : null,
  revoked: false,
  isVerified: () => isReceiptGood(String(row.id)),
})
