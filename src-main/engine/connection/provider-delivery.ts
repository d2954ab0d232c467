import { EngineError } from '../error'
import type { Delivery, ProviderEvent } from '../provider/provider-events'
import { deliveryKey, providerAppRecord } from '../vault/projection'
import type { Row } from '../vault/store'
import type { DecidedEvent } from '../vault/vault'
import { accountName, published } from './connection-commands'
import { detailsOf } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './directory'
import type { RefusalCount } from './refusal-count'
import { statusMove } from './status-move'

export interface DeliveryAnswer {
  /** To be sent back where the provider checks that somebody is here. */
  challenge?: string
}

/**
 * A signed event of a provider. It moves every connection of that account and app, and only those; one that does not apply is
 * recorded and changes nothing; the same delivery again does not even that. Throws `UNAUTHORIZED`, always the same.
 */
export async function receiveDelivery(
  deps: Dependencies,
  refusals: RefusalCount,
  type: string,
  delivery: Delivery,
): Promise<DeliveryAnswer> {
  const { events } = providerOf(deps.providers, type)
  const secret = (await deps.vault.secret(providerAppRecord(type)))?.signingSecret
  const reading = events && secret !== undefined ? events.read(delivery, secret, deps.clock.now()) : undefined
  if (!reading || (reading.kind === 'event' && !knowsApp(deps, type, reading.event.appId))) {
    refusals.add(type)
    throw new EngineError('UNAUTHORIZED', {}, 'A valid signature is needed.')
  }
  if (reading.kind === 'challenge') return { challenge: reading.challenge }
  if (reading.kind === 'event') await apply(deps, type, reading.event)
  return {}
}

const knowsApp = ({ vault }: Dependencies, type: string, appId: string): boolean =>
  vault.store.one("SELECT 1 FROM connection WHERE type = ? AND json_extract(details, '$.appId') = ? LIMIT 1", [type, appId]) !==
  undefined

function apply(deps: Dependencies, type: string, event: ProviderEvent): Promise<void> {
  const { vault } = deps
  const deliveryId = `${type}:${event.deliveryId}`
  const rowsOf = () =>
    vault.store
      .all('SELECT * FROM connection WHERE type = ? AND account_id = ?', [type, event.accountId])
      .filter((row) => detailsOf(row).appId === event.appId)
  // Their ids too, so that a removal in the same batch is not undone by an event decided beside it.
  const ids = rowsOf().map((row) => String(row.id))
  return vault.commit({
    actor: null,
    touches: [`delivery:${deliveryId}`, accountName(type, event.accountId), ...ids],
    decide: () => {
      // Seen is told by connection: of a delivery that a crash cut short, the provider's next try does the rest.
      const seen = (row: Row) => vault.store.one('SELECT 1 FROM delivery WHERE id = ?', [deliveryKey(deliveryId, String(row.id))])
      const rows = rowsOf().filter((row) => seen(row) === undefined)
      return {
        events: rows.map((row) => eventFor(row, deliveryId, event)),
        result: () => {
          for (const { id } of rows) published(deps, String(id))
        },
      }
    },
  })
}

function eventFor(row: Row, deliveryId: string, event: ProviderEvent): DecidedEvent {
  // What was said before the last authorization is not about the tokens we have. The provider's clock counts whole seconds.
  const isOld = Math.floor(event.occurredAt / 1000) < Math.floor(Number(row.authorized_at) / 1000)
  const moved = isOld ? null : statusMove(row, event.event)
  const data = { event: event.event, deliveryId, occurredAt: new Date(event.occurredAt).toISOString(), moved }
  return { body: { kind: 'connection.provider_event', record: String(row.id), data } }
}
