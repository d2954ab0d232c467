import { bindingWords as words } from '../../../src-shared/words/en/binding'
import { published } from '../connection/connection-commands'
import { findRow } from '../connection/connection-row'
import { personOf } from '../connection/provider-apps'
import type { CallContext, UseCases } from '../engine'
import { EngineError, invalidInput } from '../error'
import type { EventBody } from '../vault/vault-event'
import type { RecipeDependencies } from './recipe-parts'

/** What happens elsewhere, made to happen for demos and tests. A vault that is no demo's answers `DEMO_ONLY`. */
export function stagingUseCases(deps: RecipeDependencies): UseCases['staging'] {
  const { vault } = deps
  const happens = ({ actor }: CallContext, decide: () => EventBody, result: () => void = () => undefined) => {
    if (!vault.headerBody.demo) throw new EngineError('DEMO_ONLY')
    return vault.commit<void>({
      actor: personOf(actor),
      touches: ['staging'],
      decide: () => ({ events: [{ body: decide() }], result }),
    })
  }
  return {
    takeBinding: async (context, { connectionId }) =>
      happens(
        context,
        () => {
          const row = findRow(vault, connectionId)
          if (row === undefined) throw new EngineError('NOT_FOUND', { connectionId })
          if (row.visibility !== 'private') throw invalidInput('connectionId', words.notPrivate)
          return { kind: 'connection.binding_lost', record: connectionId, data: {} }
        },
        () => published(deps, connectionId),
      ),
    leave: async (context, { subject }) => happens(context, () => ({ kind: 'member.left', record: 'vault', data: { subject } })),
    comeBack: async (context, { subject }) =>
      happens(context, () => ({ kind: 'member.returned', record: 'vault', data: { subject } })),
  }
}
