import type { Inputs } from '../../../src-shared/contract'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import type { Actor } from '../../../src-shared/domain/actor'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { EngineError } from '../error'
import type { ProviderApp } from '../provider/provider'
import { providerAppRecord } from '../vault/projection'
import type { Vault } from '../vault/vault'
import type { Dependencies } from './dependencies'
import { heldSecret } from './held-secret'

/** The public parts. The secret has no way out. */
export function providerAppView(vault: Vault, type: CredentialTypeKey): ProviderAppView {
  const row = vault.store.one('SELECT client_id, redirect_uri, signs_events, updated_at FROM provider_app WHERE type = ?', [type])
  const configured = typeof row?.client_id === 'string'
  return {
    type,
    configured,
    clientId: configured ? String(row.client_id) : null,
    redirectUri: configured && typeof row.redirect_uri === 'string' ? row.redirect_uri : null,
    signsEvents: configured && row.signs_events === 1,
    updatedAt: row ? new Date(Number(row.updated_at)).toISOString() : null,
  }
}

/** The app with its secret, for a request to its provider. Throws `PROVIDER_APP_MISSING`. */
export async function openProviderApp(deps: Dependencies, type: CredentialTypeKey): Promise<ProviderApp> {
  const view = providerAppView(deps.vault, type)
  const secret = await heldSecret(deps, providerAppRecord(type))
  // One that does not open any more is missing too: entering it again is the way out.
  const clientSecret = secret === 'damaged' ? undefined : secret?.clientSecret
  if (!view.clientId || clientSecret === undefined) throw new EngineError('PROVIDER_APP_MISSING', { type })
  return { clientId: view.clientId, clientSecret, redirectUri: view.redirectUri ?? undefined }
}

/** Enters the apps that come with the program (the demo's), each where none was ever entered or forgotten by a person. */
export async function enterFirstApps(deps: Dependencies, apps: FirstApps): Promise<void> {
  for (const [key, app] of Object.entries(apps)) {
    const type = CredentialTypeKey.parse(key)
    if (providerAppView(deps.vault, type).updatedAt === null) await setProviderApp(deps, null, { type, ...app })
  }
}

/** Client id and secret by credential type. */
export type FirstApps = Record<string, { clientId: string; clientSecret: string; signingSecret?: string }>

export function setProviderApp(
  deps: Dependencies,
  actor: Actor | null,
  input: Inputs['providerApp']['set'],
): Promise<ProviderAppView> {
  const record = providerAppRecord(input.type)
  const { clientId, clientSecret, signingSecret, redirectUri } = input
  const secret = deps.vault.sealSecret(record, signingSecret === undefined ? { clientSecret } : { clientSecret, signingSecret })
  const data = { clientId, redirectUri: redirectUri ?? null, signsEvents: signingSecret !== undefined }
  return deps.vault.commit({
    actor: actor && personOf(actor),
    touches: [record],
    decide: () => ({
      events: [{ body: { kind: 'provider_app.set', record, data }, secret }],
      result: () => published(deps, input.type),
    }),
  })
}

export function removeProviderApp(deps: Dependencies, actor: Actor, type: CredentialTypeKey): Promise<ProviderAppView> {
  const record = providerAppRecord(type)
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [record],
    decide: () => {
      if (!providerAppView(deps.vault, type).configured) throw new EngineError('NOT_FOUND', { type })
      return { events: [{ body: { kind: 'provider_app.removed', record, data: {} } }], result: () => published(deps, type) }
    },
  })
}

function published({ vault, publish }: Dependencies, type: CredentialTypeKey): ProviderAppView {
  const view = providerAppView(vault, type)
  publish({ event: { kind: 'provider_app', providerApp: view }, audience: 'org' })
  return view
}

/** What events and views keep of an actor. */
export const personOf = ({ subject, label }: Actor) => ({ subject, label })
