import type { Held, ProviderApp } from '../provider/provider'
import type { Row } from '../vault/store'
import { detailsOf, scopesOf } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { heldSecret } from './held-secret'
import { findProviderApp } from './provider-apps'

/** A connection as its provider needs it: facts, secret and app. Undefined when it has no secret (any more). */
export async function openHeld(deps: Dependencies, row: Row): Promise<Held | 'damaged' | undefined> {
  const secret = await heldSecret(deps, String(row.id))
  if (secret === undefined || secret === 'damaged') return secret
  const facts: Held = {
    accountId: String(row.account_id),
    details: detailsOf(row),
    scopes: scopesOf(row),
    expiresAt: typeof row.expires_at === 'number' ? row.expires_at : null,
    secret,
    app: undefined,
  }
  return { ...facts, app: await appOf(deps, String(row.type), facts) }
}

async function appOf(deps: Dependencies, type: string, held: Held): Promise<ProviderApp | undefined> {
  const { ownApp, description } = providerOf(deps.providers, type)
  if (ownApp) return ownApp({ held })
  return description.appFields.length === 0 ? undefined : findProviderApp(deps, description.type)
}
