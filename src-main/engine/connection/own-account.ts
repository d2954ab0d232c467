import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError } from '../error'
import type { Providers } from '../provider/provider'
import type { Vault } from '../vault/vault'
import { providerOf } from './find-provider'

/** What commands that decide whose account a person's own may be touch. */
export const ownAccountName = (type: string, { subject }: Actor): string => `own:${type}:${subject}`

/**
 * A private connection acts as a person, so its account must be the asking actor's: the one of their Neurocad id where that
 * is known, else that of the first one they ever added, removed or purged or not.
 * Throws `AUTHORIZATION_DENIED`, saying whom to sign in as.
 */
export function requireOwnAccount(
  { vault, providers }: { vault: Vault; providers: Providers },
  actor: Actor,
  type: CredentialTypeKey,
  account: { id: string; label: string },
): void {
  const { visibility, creation, name } = providerOf(providers, type).description
  if (visibility !== 'private' || creation !== 'authorization') return
  const first = vault.store.one(
    `SELECT account_id, account_label, n FROM connection WHERE type = ?1 AND owner_subject = ?2
     UNION ALL SELECT account_id, account_label, n FROM purged WHERE type = ?1 AND owner_subject = ?2 ORDER BY n LIMIT 1`,
    [type, actor.subject],
  )
  const own = actor.neurocadSubject ?? first?.account_id
  if (own === undefined || own === account.id) return
  const whom = own === first?.account_id ? String(first.account_label) : actor.label
  throw new EngineError(
    'AUTHORIZATION_DENIED',
    { type, providerError: 'another_person' },
    refusalWords.mustBeYourOwn(account.label, name, whom),
  )
}
