import { z } from 'zod'
import { ConnectionId, GrantId, RecipeId } from '../domain/identifiers'
import { NodeId } from '../domain/recipe/recipe'
import { Person, Timestamp } from './connection'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

/** What an owner signed. Can be checked without this program: Ed25519 (RFC 8032) over the UTF-8 bytes of `payload`. */
const GrantReceipt = z.object({
  algorithm: z.literal('Ed25519'),
  /** JSON in canonical form (RFC 8785): format, grant, recipe, node, connection, act (SHA-256), owner, time, expiry. */
  payload: z.string(),
  /** base64url without padding. */
  signature: z.string(),
  publicKey: z.string(),
})

export const GrantView = z.object({
  id: GrantId,
  recipeId: RecipeId,
  recipeName: z.string(),
  nodeId: NodeId,
  nodeName: z.string(),
  connectionId: ConnectionId,
  connectionName: z.string(),
  owner: Person,
  at: Timestamp,
  expiresAt: Timestamp.nullable(),
  revokedAt: Timestamp.nullable(),
  /** `earlier_version`: the draft's node does something else by now; a deployment may still use it. */
  status: z.enum(['active', 'earlier_version', 'expired', 'revoked', 'owner_gone', 'recipe_removed']),
  receipt: GrantReceipt,
  /** Whether the receipt's signature is good and says what is written here. */
  verified: z.boolean(),
})
export type GrantView = z.infer<typeof GrantView>

export const grant = {
  list: unlockedProcedure
    .route({ method: 'GET', path: '/grants', summary: 'Grants that the caller gave, newest first' })
    .output(z.object({ items: z.array(GrantView) })),
  revoke: writingProcedure
    .route({ method: 'DELETE', path: '/grants/{id}', summary: 'Revoke a grant: drafts and deployments stop at that node' })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ id: GrantId }))
    .output(GrantView),
}
