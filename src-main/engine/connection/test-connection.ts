import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import { EngineError } from '../error'
import type { ProviderTest } from '../provider/provider'
import { published } from './connection-commands'
import { findRow, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './directory'
import { heldSecret } from './held-secret'
import { personOf } from './provider-apps'
import { statusMove } from './status-move'

const failure = (error: string): ProviderTest => ({ result: 'failure', error, rejected: false })

/** Asks the provider who this is, and keeps the answer. A refusal for good asks for a reconnect. */
export async function testConnection(deps: Dependencies, actor: Actor, id: string): Promise<Outputs['connection']['test']> {
  const row = visibleRow(deps.vault, actor, id)
  if (row.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
  const secret = await heldSecret(deps, id)
  const outcome: ProviderTest =
    secret === undefined
      ? failure('There is no secret to test with. Reconnect.')
      : secret === 'damaged'
        ? failure('Its secret was damaged on the disk and does not open. Reconnect.')
        : await providerOf(deps.providers, String(row.type)).test(secret)
  const error = outcome.result === 'failure' ? outcome.error.slice(0, 500) : null
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const now = findRow(deps.vault, id)
      if (!now || now.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
      // A verdict on tokens that were replaced while the provider thought says nothing of the new ones.
      const rejected = outcome.result === 'failure' && outcome.rejected && now.authorized_at === row.authorized_at
      const moved = rejected ? statusMove(now, 'rejected_by_provider') : null
      return {
        events: [{ body: { kind: 'connection.tested', record: id, data: { result: outcome.result, error, moved } } }],
        result: () => {
          const view = published(deps, id)
          return { result: outcome.result, ...(error === null ? {} : { error }), at: view.lastTestAt ?? view.statusAt }
        },
      }
    },
  })
}
