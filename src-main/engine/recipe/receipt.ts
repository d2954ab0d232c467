import { createHash } from 'node:crypto'
import { actOfNode } from '../../../src-shared/domain/recipe/node-act'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { canonicalBytes } from '../vault/canonical'
import { isSignedBy, type SigningKey, sign } from '../vault/sign'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

/** What an owner signs. Times are ISO 8601 in UTC, with milliseconds. */
export interface ReceiptFacts {
  grant: string
  recipe: string
  node: string
  connection: string
  /** As `actHash` has it. */
  act: string
  /** Subject. */
  owner: string
  at: string
  expiresAt: string | null
}

const acts = new WeakMap<object, string>()

/** SHA-256 of what a node does, lower-case hex. Remembered with the node, which must not change any more. */
export function actHash(node: Pick<RecipeNode, 'kind' | 'params'>): string {
  const known = acts.get(node)
  if (known !== undefined) return known
  const act = createHash('sha256')
    .update(canonicalBytes(actOfNode(node)))
    .digest('hex')
  acts.set(node, act)
  return act
}

const payloadBytes = (facts: ReceiptFacts): Uint8Array => canonicalBytes({ format: 1, ...facts })

export function signedReceipt(key: SigningKey, facts: ReceiptFacts): { payload: string; signature: string; publicKey: string } {
  const bytes = payloadBytes(facts)
  return { payload: new TextDecoder().decode(bytes), signature: base64url(sign(key, bytes)), publicKey: base64url(key.publicKey) }
}

/**
 * Whether a grant's receipt says what its row says, and was signed with the key that its owner has here. The dear part of looking
 * at a grant: some hundred microseconds.
 */
export function isReceiptGood({ store }: Pick<Vault, 'store'>, grant: Row): boolean {
  const signer = store.one('SELECT public_key FROM signer WHERE subject = ?', [grant.owner_subject ?? null])
  if (signer === undefined || signer.public_key !== grant.public_key) return false
  const bytes = payloadBytes(factsOf(grant))
  if (new TextDecoder().decode(bytes) !== grant.payload) return false
  return isSignedBy(fromBase64url(grant.public_key), bytes, fromBase64url(grant.signature))
}

const factsOf = (grant: Row): ReceiptFacts => ({
  grant: String(grant.id),
  recipe: String(grant.recipe_id),
  node: String(grant.node_id),
  connection: String(grant.connection_id),
  act: String(grant.act),
  owner: String(grant.owner_subject),
  at: new Date(Number(grant.at)).toISOString(),
  expiresAt: typeof grant.expires_at === 'number' ? new Date(grant.expires_at).toISOString() : null,
})

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const fromBase64url = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64url'))
