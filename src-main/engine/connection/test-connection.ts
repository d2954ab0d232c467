import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { EngineError } from '../error'
import type { ProviderTest } from '../provider/provider'
import type { Row } from '../vault/store'
import { published } from './connection-commands'
import { findRow, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import { personOf } from './provider-apps'
import type { Refresher } from './refresh/refresher'
import { statusMove } from './status-move'
import { requireUserManaged } from './user-managed'

/** Of a token, a test says that it was refused, whatever the provider's word for it; of an installation, what became of it. */
const asTested = (event: LifecycleEvent): LifecycleEvent =>
  event === 'tokens_revoked' || event === 'invalid_grant' || event === 'app_uninstalled' ? 'rejected_by_provider' : event

const failure = (error: string): ProviderTest => ({ result: 'failure', error })

/** Asks the provider who this is, and keeps the answer. A refusal for good asks for a reconnect. */
export async function testConnection(
  deps: Dependencies,
  refresher: Refresher,
  actor: Actor,
  id: string,
): Promise<Outputs['connection']['test']> {
  const row = visibleRow(deps.vault, actor, id)
  requireUserManaged(deps.providers, String(row.type), row)
  if (row.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
  const { tested, outcome } = await testFresh(deps, refresher, row)
  const { result, event, details } = outcome
  const error = result === 'failure' ? (outcome.error ?? 'The test failed.').slice(0, 500) : null
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const now = findRow(deps.vault, id)
      if (!now || now.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
      // A verdict on tokens that were replaced while the provider thought says nothing of the new ones.
      const isAbout = now.authorized_at === tested.authorized_at && now.last_refresh_at === tested.last_refresh_at
      const moved = event && isAbout ? statusMove(now, asTested(event)) : null
      const facts = details && isAbout ? { details } : {}
      return {
        events: [{ body: { kind: 'connection.tested', record: id, data: { result, error, moved, ...facts } } }],
        result: () => {
          const view = published(deps, id)
          return { result, ...(error === null ? {} : { error }), at: view.lastTestAt ?? view.statusAt }
        },
      }
    },
  })
}

interface Tested {
  /** The connection as it was when the provider was asked. */
  tested: Row
  outcome: ProviderTest
}

/** Tests tokens that are not about to end; refused ones once more after a refresh, which is what their use would do. */
async function testFresh(deps: Dependencies, refresher: Refresher, row: Row): Promise<Tested> {
  const fresh = refresher.isDue(row) ? await refreshed(deps, refresher, row, false) : row
  const first = await testRow(deps, fresh)
  if (first.outcome.event !== 'rejected_by_provider' || fresh.status !== 'active') return first
  const again = await refreshed(deps, refresher, fresh, true)
  return again.last_refresh_at === fresh.last_refresh_at ? first : testRow(deps, again)
}

/** The connection after a refresh. One that does not work says why in the test that follows it. */
async function refreshed({ vault }: Dependencies, refresher: Refresher, row: Row, force: boolean): Promise<Row> {
  await refresher.refresh(String(row.id), { force }).catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error
  })
  return findRow(vault, String(row.id)) ?? row
}

async function testRow(deps: Dependencies, tested: Row): Promise<Tested> {
  const held = await openHeld(deps, tested)
  if (held === undefined) return { tested, outcome: failure('There is no secret to test with. Reconnect.') }
  if (held === 'damaged') return { tested, outcome: failure('Its secret was damaged on the disk and does not open. Reconnect.') }
  return { tested, outcome: await providerOf(deps.providers, String(tested.type)).test(held) }
}
