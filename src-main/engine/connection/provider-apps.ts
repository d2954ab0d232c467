import type { Inputs } from '../../../src-shared/contract'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import type { Actor } from '../../../src-shared/domain/actor'
import { CredentialTypeKey, isSecretField } from '../../../src-shared/domain/credential-type'
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

/**
 * Enters the apps that come with the program (the demo's), each where none was ever entered or forgotten by a person. Where
 * the program did so before, it is brought up to date: the demo's addresses are others after each start.
 */
export async function enterFirstApps(deps: Dependencies, apps: FirstApps): Promise<void> {
  for (const [key, fields] of Object.entries(apps)) {
    const type = CredentialTypeKey.parse(key)
    const view = providerAppView(deps.vault, type)
    const isNew = view.updatedAt === null
    if (isNew || (saysOtherwise(view, fields) && (await isOfTheProgram(deps.vault, type)))) {
      await setProviderApp(deps, null, { ...fields, type })
    }
  }
}

const saysOtherwise = ({ clientId, redirectUri, settings }: ProviderAppView, fields: Record<string, string>): boolean =>
  Object.entries({ ...settings, clientId, redirectUri }).some(([name, value]) => (fields[name] ?? null) !== value)

/** Whether no person entered or forgot it since. */
async function isOfTheProgram(vault: Vault, type: CredentialTypeKey): Promise<boolean> {
  const { events } = await vault.history(providerAppRecord(type), 1)
  return events[0]?.actor === null
}

/** An app's fields by credential type. */
export type FirstApps = Record<string, Record<string, string>>

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
  const secretNames = new Set(description.appFields.filter(isSecretField).map(({ name }) => name))
  const entries = Object.entries(fields)
  const record = providerAppRecord(type)
  const secret = deps.vault.sealSecret(record, Object.fromEntries(entries.filter(([name]) => secretNames.has(name))))
  const settings = Object.fromEntries(
    entries.filter(([name]) => !secretNames.has(name) && name !== 'clientId' && name !== 'redirectUri'),
  )
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
