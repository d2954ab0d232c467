import { isDeepStrictEqual } from 'node:util'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { providerAppRecord } from '../vault/projection'
import type { Vault } from '../vault/vault'
import { checkFields } from './check-fields'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { heldSecret } from './held-secret'
import { partsOf, providerAppView, setProviderApp } from './provider-apps'

/** An app's fields by credential type. */
export type FirstApps = Record<string, Record<string, string>>

/**
 * Enters the apps that come with the program (the demo's), each where none was ever entered or forgotten by a person. Where
 * the program did so before, it is brought up to date: the demo's addresses are others after each start. So are the secrets of
 * a client that is the program's own, whoever entered it: no others are good.
 */
export async function enterFirstApps(deps: Dependencies, apps: FirstApps): Promise<void> {
  for (const [key, fields] of Object.entries(apps)) {
    const type = CredentialTypeKey.parse(key)
    const view = providerAppView(deps.vault, type)
    const isNew = view.updatedAt === null
    const isStale =
      (saysOtherwise(view, fields) && (await isOfTheProgram(deps.vault, type))) ||
      (view.clientId === fields.clientId && (await hasOtherSecrets(deps, type, fields)))
    if (isNew || isStale) {
      await setProviderApp(deps, null, { ...fields, type })
    }
  }
}

const saysOtherwise = ({ clientId, redirectUri, settings }: ProviderAppView, fields: Record<string, string>): boolean =>
  Object.entries({ ...settings, clientId, redirectUri }).some(([name, value]) => (fields[name] ?? null) !== value)

/** One that does not open because the file it is in was damaged is left to the owner, who is told of it. */
async function hasOtherSecrets(deps: Dependencies, type: CredentialTypeKey, fields: Record<string, string>): Promise<boolean> {
  const held = await heldSecret(deps, providerAppRecord(type))
  if (held === undefined || held === 'damaged') return false
  const { appFields } = providerOf(deps.providers, type).description
  const { secret } = partsOf(appFields, checkFields(appFields, fields))
  return !isDeepStrictEqual({ ...held }, secret)
}

/** Whether no person entered or forgot it since. */
async function isOfTheProgram(vault: Vault, type: CredentialTypeKey): Promise<boolean> {
  const { events } = await vault.history(providerAppRecord(type), 1)
  return events[0]?.actor === null
}
