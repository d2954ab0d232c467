import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { providerTestWords } from '../../../src-shared/words/en/provider-test'
import { EngineError } from '../error'
import type { ProviderTest } from '../provider/provider'
import { published } from './connection-commands'
import { findRow, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { isAbout, type Tested, testFresh } from './fresh-test'
import { personOf } from './provider-apps'
import type { Refresher } from './refresh/refresher'
import { statusMove } from './status-move'
import { requireUserManaged } from './user-managed'

/** Of a token, a test says that it was refused, whatever the provider's word for it; of an installation, what became of it. */
const asTested = (event: LifecycleEvent): LifecycleEvent =>
  event === 'tokens_revoked' || event === 'invalid_grant' || event === 'app_uninstalled' ? 'rejected_by_provider' : event

export interface KeptTest {
  outcome: ProviderTest
  /** What the contract answers; undefined where there was nobody to ask, so that nothing was kept either. */
  answer: Outputs['connection']['test'] | undefined
}

/** Asks the provider who this is, and keeps the answer. A refusal for good asks for a reconnect. */
export async function testConnection(deps: Dependencies, refresher: Refresher, actor: Actor, id: string): Promise<KeptTest> {
  const row = visibleRow(deps.vault, actor, id)
  requireUserManaged(deps.providers, String(row.type), row)
  if (row.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
  const test = await testFresh(deps, refresher, row)
  return test.outcome.cannotAsk ? { outcome: test.outcome, answer: undefined } : keep(deps, actor, id, test)
}

function keep(deps: Dependencies, actor: Actor, id: string, test: Tested): Promise<KeptTest> {
  const { outcome } = test
  const { result, event, details } = outcome
  const error = result === 'failure' ? (outcome.error ?? providerTestWords.testFailed).slice(0, 500) : null
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const now = findRow(deps.vault, id)
      if (!now || now.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: id })
      const moved = event && isAbout(now, test) ? statusMove(now, asTested(event)) : null
      const facts = details && isAbout(now, test) ? { details } : {}
      return {
        events: [{ body: { kind: 'connection.tested', record: id, data: { result, error, moved, ...facts } } }],
        result: () => {
          const view = published(deps, id)
          const at = view.lastTestAt ?? view.statusAt
          return { outcome, answer: { result, ...(error === null ? {} : { error }), at } }
        },
      }
    },
  })
}

/** The same, for who wants an answer: that nobody can be asked is neither of the results. Throws `INVALID_INPUT` saying why. */
export async function testOrSayWhy(
  deps: Dependencies,
  refresher: Refresher,
  actor: Actor,
  id: string,
): Promise<Outputs['connection']['test']> {
  const { outcome, answer } = await testConnection(deps, refresher, actor, id)
  if (answer) return answer
  throw new EngineError('INVALID_INPUT', { connectionId: id }, outcome.error)
}
