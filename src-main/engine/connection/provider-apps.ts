import type { Inputs } from '../../../src-shared/contract'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import type { Actor } from '../../../src-shared/domain/actor'
import { type CredentialTypeKey, type FieldDescription, isSecretField } from '../../../src-shared/domain/credential-type'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError, invalidInput } from '../error'
import type { ProviderApp } from '../provider/provider'
import { providerAppRecord } from '../vault/projection'
import type { Vault } from '../vault/vault'
import { checkFields } from './check-fields'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { heldSecret } from './held-secret'

/** The public parts. The secrets have no way out. */
export function providerAppView(vault: Vault, type: CredentialTypeKey): ProviderAppView {
  const row = vault.store.one(
    'SELECT client_id, redirect_uri, signs_events, settings, updated_at FROM provider_app WHERE type = ?',
    [type],
  )
  const configured = typeof row?.client_id === 'string'
  return {
    type,
    configured,
    clientId: configured ? String(row.client_id) : null,
    redirectUri: configured && typeof row.redirect_uri === 'string' ? row.redirect_uri : null,
    signsEvents: configured && row.signs_events === 1,
    settings: configured ? (JSON.parse(String(row.settings)) as Record<string, string>) : {},
    updatedAt: row ? new Date(Number(row.updated_at)).toISOString() : null,
  }
}

/** The app with its secrets, for a request to its provider; undefined where there is none, or one that does not open. */
export async function findProviderApp(
  deps: Pick<Dependencies, 'vault' | 'logger' | 'providers'>,
  type: CredentialTypeKey,
): Promise<ProviderApp | undefined> {
  const view = providerAppView(deps.vault, type)
  const secret = view.clientId === null ? undefined : await heldSecret(deps, providerAppRecord(type))
  if (view.clientId === null || secret === undefined || secret === 'damaged') return undefined
  return {
    clientId: view.clientId,
    clientSecret: secret.clientSecret,
    redirectUri: view.redirectUri ?? undefined,
    fields: { ...view.settings, ...secret },
  }
}

/** The same. Throws `PROVIDER_APP_MISSING`: entering it (again) is the way out. */
export async function openProviderApp(deps: Dependencies, type: CredentialTypeKey): Promise<ProviderApp> {
  const app = await findProviderApp(deps, type)
  if (!app) throw new EngineError('PROVIDER_APP_MISSING', { type })
  return app
}

export function setProviderApp(
  deps: Dependencies,
  actor: Actor | null,
  { type, ...entered }: Inputs['providerApp']['set'],
): Promise<ProviderAppView> {
  const { description, checkApp } = providerOf(deps.providers, type)
  if (description.appFields.length === 0) throw invalidInput('type', refusalWords.takesNoApp)
  const fields = checkFields(description.appFields, entered)
  const { clientId = '', clientSecret, redirectUri } = fields
  checkApp?.({ clientId, clientSecret, redirectUri, fields })
  const record = providerAppRecord(type)
  const parts = partsOf(description.appFields, fields)
  const secret = deps.vault.sealSecret(record, parts.secret)
  const { settings } = parts
  const data = { clientId, redirectUri: redirectUri ?? null, signsEvents: fields.signingSecret !== undefined, settings }
  return deps.vault.commit({
    actor: actor && personOf(actor),
    touches: [record],
    decide: () => ({
      events: [{ body: { kind: 'provider_app.set', record, data }, secret }],
      result: () => published(deps, type),
    }),
  })
}

/** What is sealed of an app, and what is shown of it beside its client id and redirect address. */
export function partsOf(declared: readonly FieldDescription[], { clientId, redirectUri, ...fields }: Record<string, string>) {
  const secretNames = new Set(declared.filter(isSecretField).map(({ name }) => name))
  const pick = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => secretNames.has(name) === isSecret))
  return { secret: pick(true), settings: pick(false) }
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

/** The app as it is now, told to everyone. */
export function published({ vault, publish }: Dependencies, type: CredentialTypeKey): ProviderAppView {
  const view = providerAppView(vault, type)
  publish({ event: { kind: 'provider_app', providerApp: view }, audience: 'org' })
  return view
}

/** What events and views keep of an actor. */
export const personOf = ({ subject, label }: Actor) => ({ subject, label })
