import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { pillFor, type StatusCounts } from '../../../src-shared/domain/pill'
import type { ConnectionStatus } from '../../../src-shared/domain/status'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import type { Operator } from './operator/operator'
import { providerAppView } from './provider-apps'

/** One card per type, counted over what the actor may see. */
export function listCards(
  { vault, providers }: Pick<Dependencies, 'vault' | 'providers'>,
  actor: Actor,
): Outputs['directory']['list'] {
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
  const listed = [...providers.values()].filter(({ description }) => description.inDirectory)
  return listed.map(({ description: { type, name, description, visibility, managed } }) => ({
    type,
    name,
    description,
    visibility,
    managed,
    ...pillFor(managed, counts.get(type) ?? {}),
  }))
}

export function describeType(
  { vault, providers }: Dependencies,
  operator: Operator,
  type: CredentialTypeKey,
): Outputs['directory']['type'] {
  const { description } = providerOf(providers, type)
  const providerAppConfigured = description.appFields.length === 0 || providerAppView(vault, type).configured
  return { ...description, providerAppConfigured, operator: operator.standing(type) }
}
