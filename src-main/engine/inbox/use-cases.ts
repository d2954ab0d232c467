import type { UseCases } from '../engine'
import { EngineError } from '../error'
import type { InboxParts } from './inbox-parts'
import { type Progress, rawRow, toDeliveryView } from './inbox-row'
import { listInbox } from './list-inbox'
import type { Receiver } from './receiver'
import { removeDelivery } from './remove-delivery'

/** Files that recipes send to this computer. Without a receiver, what has arrived before can still be looked at. */
export function inboxUseCases(
  { vault }: Pick<InboxParts, 'vault'>,
  reception: { parts: InboxParts; receiver: Receiver } | undefined,
): Pick<UseCases, 'inbox'> {
  const progressOf = (id: string): Progress =>
    reception?.receiver.deliveries.progressOf(id) ?? { received: 0, state: 'waiting', reason: null }
  return {
    inbox: {
      list: async (_, input) => listInbox(vault, input, progressOf),
      get: async (_, { id }) => {
        const row = rawRow(vault, id)
        if (row === undefined || row.removed_at !== null) throw new EngineError('NOT_FOUND')
        return toDeliveryView(row, progressOf(id))
      },
      receiver: async () =>
        reception?.receiver.view ?? { state: 'off', connectionId: null, account: null, retryAt: null, reason: null },
      remove: async ({ actor }, input) => {
        if (reception === undefined) throw new EngineError('NOT_AVAILABLE_HERE')
        return removeDelivery(reception.parts, reception.receiver.deliveries, actor, input)
      },
    },
  }
}
