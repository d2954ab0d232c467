import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { pillFor, type StatusCounts } from '../../../src-shared/domain/pill'
import type { ConnectionStatus } from '../../../src-shared/domain/status'
import { EngineError } from '../error'
import type { Provider } from '../provider/provider'
import type { Dependencies } from './dependencies'
import { providerAppView } from './provider-apps'

/** One card per type, counted over what the actor may see. */
export function listCards({ vault, providers }: Dependencies, actor: Actor): Outputs['directory']['list'] {
  const counts = new Map<string, StatusCounts>()
  const rows = vault.store.all(
    "SELECT type, status, sum(count) AS count FROM tally WHERE visibility = 'org' OR owner = ? GROUP BY type, status",
    [actor.subject],
  )
  for (const row of rows) {
    const ofType = counts.get(String(row.type)) ?? {}
    ofType[row.status as ConnectionStatus] = Number(row.count)
    counts.set(String(row.type), ofType)
  }
  return [...providers.values()].map(({ description: { type, name, description, visibility, managed } }) => ({
    type,
    name,
    description,
    visibility,
    managed,
    ...pillFor(managed, counts.get(type) ?? {}),
  }))
}

export function describeType({ vault, providers }: Dependencies, type: CredentialTypeKey): Outputs['directory']['type'] {
  return { ...providerOf(providers, type).description, providerAppConfigured: providerAppView(vault, type).configured }
}

export function providerOf(providers: Dependencies['providers'], type: string): Provider {
  const provider = providers.get(type)
  if (!provider) throw new EngineError('NOT_FOUND', { type })
  return provider
}
