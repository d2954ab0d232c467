import type { Inputs, Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { ConnectionStatus, StatusReason } from '../../../src-shared/domain/status'
import { EngineError } from '../error'
import type { Held, Provider, ProviderTest } from '../provider/provider'
import type { Row } from '../vault/store'
import { detailsOf, scopesOf, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { type DiagnosisFacts, diagnosisLines, removedLine } from './diagnosis-lines'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import { findProviderApp, providerAppView } from './provider-apps'
import type { Refresher } from './refresh/refresher'
import { testConnection } from './test-connection'
import { requireUserManaged } from './user-managed'

/** Walks the checklist for a connection. Changes nothing but what a Test changes: the provider is asked, and its answer kept. */
export async function diagnoseConnection(
  deps: Dependencies,
  refresher: Refresher,
  actor: Actor,
  { id, channel, repository }: Inputs['connection']['diagnose'],
): Promise<Outputs['connection']['diagnose']> {
  const row = visibleRow(deps.vault, actor, id)
  requireUserManaged(deps.providers, String(row.type), row)
  const test = await testUnlessRemoved(deps, refresher, actor, id)
  const at = new Date(deps.clock.now()).toISOString()
  const now = visibleRow(deps.vault, actor, id)
  if (test === undefined || now.status === 'revoked') return { at, lines: [removedLine] }
  const provider = providerOf(deps.providers, String(now.type))
  const held = await openHeld(deps, now)
  const lines = diagnosisLines(await factsOf(deps, provider, now, held, test))
  // What only the provider can answer; it knows more of a check than the facts do.
  const own = held === undefined || held === 'damaged' ? [] : ((await provider.diagnose?.(held, { channel, repository })) ?? [])
  return { at, lines: [...lines.filter(({ check }) => !own.some((line) => line.check === check)), ...own] }
}

async function testUnlessRemoved(deps: Dependencies, refresher: Refresher, actor: Actor, id: string) {
  try {
    return (await testConnection(deps, refresher, actor, id)).outcome
  } catch (error) {
    if (error instanceof EngineError && error.code === 'CONNECTION_REVOKED') return undefined
    throw error
  }
}

async function factsOf(
  deps: Dependencies,
  provider: Provider,
  row: Row,
  held: Held | 'damaged' | undefined,
  test: ProviderTest,
): Promise<DiagnosisFacts> {
  return {
    type: provider.description,
    status: row.status as ConnectionStatus,
    reason: row.status_reason as StatusReason,
    details: detailsOf(row),
    scopes: scopesOf(row),
    owner: String(row.owner_label),
    secret: held === undefined ? 'missing' : held === 'damaged' ? 'damaged' : 'opens',
    app: await appFact(deps, provider),
    test,
  }
}

async function appFact(deps: Dependencies, { description, ownApp }: Provider): Promise<DiagnosisFacts['app']> {
  if (description.appFields.length === 0 || ownApp) return 'not_needed'
  if (!providerAppView(deps.vault, description.type).configured) return 'missing'
  return (await findProviderApp(deps, description.type)) === undefined ? 'damaged' : 'entered'
}
