import type { Actor } from '../../../src-shared/domain/actor'
import { heldSecret } from '../connection/held-secret'
import { personOf } from '../connection/provider-apps'
import { signerRecord } from '../vault/recipe-event'
import { randomBytes } from '../vault/seal'
import { SEED_BYTES, type SigningKey, signingKey } from '../vault/sign'
import { base64url } from './receipt'
import type { RecipeDependencies } from './recipe-parts'

/**
 * Does something with the key that a person's grants are signed with, which is made when it is first needed, or when the one before
 * does not open any more. The key is erased when `work` has ended.
 */
export async function withSigner<T>(
  deps: Pick<RecipeDependencies, 'vault' | 'logger'>,
  actor: Actor,
  work: (key: SigningKey) => Promise<T>,
): Promise<T> {
  const key = (await heldSigner(deps, actor)) ?? (await makeSigner(deps, actor))
  try {
    return await work(key)
  } finally {
    key.seed.fill(0)
  }
}

async function heldSigner(deps: Pick<RecipeDependencies, 'vault' | 'logger'>, actor: Actor): Promise<SigningKey | undefined> {
  const secret = await heldSecret(deps, signerRecord(actor.subject))
  if (secret === undefined || secret === 'damaged' || secret.seed === undefined) return undefined
  return signingKey(new Uint8Array(Buffer.from(secret.seed, 'base64url')))
}

async function makeSigner(deps: Pick<RecipeDependencies, 'vault' | 'logger'>, actor: Actor): Promise<SigningKey> {
  const { vault } = deps
  const record = signerRecord(actor.subject)
  const key = signingKey(randomBytes(SEED_BYTES))
  const secret = vault.sealSecret(record, { seed: base64url(key.seed) })
  const before = vault.store.one('SELECT public_key FROM signer WHERE subject = ?', [actor.subject])
  const isMade = await vault.commit({
    actor: personOf(actor),
    touches: [record],
    decide: () => {
      const now = vault.store.one('SELECT public_key FROM signer WHERE subject = ?', [actor.subject])
      // Made meanwhile by another of their calls: two keys would make what one of them signed worthless.
      if (now?.public_key !== before?.public_key) return { events: [], result: () => false }
      const body = { kind: 'signer.made', record, data: { publicKey: base64url(key.publicKey) } } as const
      return { events: [{ body, secret }], result: () => true }
    },
  })
  if (isMade) return key
  key.seed.fill(0)
  return (await heldSigner(deps, actor)) ?? makeSigner(deps, actor)
}
