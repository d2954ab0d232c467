import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { EngineError } from '../error'
import type { ProviderTest } from '../provider/provider'
import { published } from './connection-commands'
import { findRow, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import { personOf } from './provider-apps'
import { statusMove } from './status-move'

/** Of a token, a test says that it was refused, whatever the provider's word for it; of an installation, what became of it. */
const asTested = (event: LifecycleEvent): LifecycleEvent =>
  event === 'tokens_revoked' || event === 'invalid_grant' || event === 'app_uninstalled' ? 'rejected_by_provider' : event

const failure = (error: string): ProviderTest => ({ result: 'failure', error })

/** Asks the provider who this is, and keeps the answer. A refusal for good asks for a reconnect. */
export async function testConnection(deps: Dependencies, actor: Actor, id: string): Promise<Outputs['connection']['test']> {
  const row = visibleRow(deps.vault, actor, id)
  if (row.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
  const provider = providerOf(deps.providers, String(row.type))
  if (provider.description.managed) throw new EngineError('TYPE_NOT_USER_MANAGED', { connectionId: id })
  const held = await openHeld(deps, row)
  const outcome: ProviderTest =
    held === undefined
      ? failure('There is no secret to test with. Reconnect.')
      : held === 'damaged'
        ? failure('Its secret was damaged on the disk and does not open. Reconnect.')
        : await provider.test(held)
  const { result, event, details } = outcome
  const error = result === 'failure' ? (outcome.error ?? 'The test failed.').slice(0, 500) : null
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const now = findRow(deps.vault, id)
      if (!now || now.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
      // A verdict on tokens that were replaced while the provider thought says nothing of the new ones.
      const isAbout = now.authorized_at === row.authorized_at
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
