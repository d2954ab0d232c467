import { type StatusReason, statusSentence } from '../../../src-shared/domain/status'
import { providerTestWords } from '../../../src-shared/words/en/provider-test'
import { EngineError } from '../error'
import type { Held, Provider, ProviderTest } from '../provider/provider'
import type { Row } from '../vault/store'
import { findRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import type { Refresher } from './refresh/refresher'

export interface Tested {
  /** The connection as it was when the provider was asked. */
  tested: Row
  outcome: ProviderTest
}

/** How the provider is asked; a probe waits for its turn there. */
export type Ask = (provider: Provider, held: Held) => Promise<ProviderTest>

const askNow: Ask = (provider, held) => provider.test(held)

const failure = (error: string): ProviderTest => ({ result: 'failure', error })

const refusedRefresh = (row: Row): ProviderTest => failure(statusSentence[row.status_reason as StatusReason])

/** Tests tokens that are not about to end; refused ones once more after a refresh, which is what their use would do. */
export async function testFresh(deps: Dependencies, refresher: Refresher, row: Row, ask: Ask = askNow): Promise<Tested> {
  const fresh = refresher.isDue(row) ? (await refreshed(deps, refresher, row, false)).row : row
  // Its refresh was refused for good: that an old token is still taken somewhere does not make it work.
  if (row.status === 'active' && fresh.status !== 'active') return { tested: fresh, outcome: refusedRefresh(fresh) }
  const first = await testRow(deps, fresh, ask)
  if (first.outcome.event !== 'rejected_by_provider' || fresh.status !== 'active') return first
  const again = await refreshed(deps, refresher, fresh, true)
  // New tokens may come yet: that these were refused is no verdict on the connection.
  if (again.isPostponed) return { tested: first.tested, outcome: { ...first.outcome, event: undefined } }
  return again.row.last_refresh_at === fresh.last_refresh_at ? first : testRow(deps, again.row, ask)
}

/** Whether a verdict is about the tokens that the connection has now, and not about ones that were replaced meanwhile. */
export const isAbout = (now: Row, { tested }: Tested): boolean =>
  now.authorized_at === tested.authorized_at && now.last_refresh_at === tested.last_refresh_at

/** The connection after a refresh; one that failed for good has moved its status, one that did not work for now is postponed. */
async function refreshed({ vault }: Dependencies, refresher: Refresher, row: Row, force: boolean) {
  const isPostponed = await refresher.refresh(String(row.id), { force }).then(
    () => false,
    (error: unknown) => {
      if (!(error instanceof EngineError)) throw error
      return true
    },
  )
  return { row: findRow(vault, String(row.id)) ?? row, isPostponed }
}

async function testRow(deps: Dependencies, tested: Row, ask: Ask): Promise<Tested> {
  const held = await openHeld(deps, tested)
  if (held === undefined) return { tested, outcome: failure(providerTestWords.noSecret) }
  if (held === 'damaged') return { tested, outcome: failure(providerTestWords.secretDamaged) }
  return { tested, outcome: await ask(providerOf(deps.providers, String(tested.type)), held) }
}
