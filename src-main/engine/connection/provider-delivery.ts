import type { ConnectionDetails } from '../../../src-shared/contract/connection'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError } from '../error'
import type { Delivery, ProviderEvent } from '../provider/provider-events'
import { deliveryKey } from '../vault/projection'
import type { Row } from '../vault/store'
import type { DecidedEvent } from '../vault/vault'
import { accountName, published } from './connection-commands'
import { detailsOf } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { findProviderApp } from './provider-apps'
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
  type: CredentialTypeKey,
  delivery: Delivery,
): Promise<DeliveryAnswer> {
  const { events } = providerOf(deps.providers, type)
  const app = events && (await findProviderApp(deps, type))
  const secret = app?.fields.signingSecret
  const reading = events && secret !== undefined ? events.read(delivery, secret, deps.clock.now()) : undefined
  const knows = (details: ConnectionDetails) => rowsConcerned(deps, type, { details }).length > 0
  if (!app || !reading || (reading.kind === 'event' && !events?.isOurs(reading.event, app, knows))) {
    refusals.add(type)
    throw new EngineError('UNAUTHORIZED', {}, refusalWords.signatureNeeded)
  }
  if (reading.kind === 'challenge') return { challenge: reading.challenge }
  if (reading.kind === 'event') await apply(deps, type, reading.event)
  return {}
}

/** An installation is found by its index; an account by its own; whatever else is named is compared. */
function rowsConcerned({ vault }: Dependencies, type: string, { accountId, details }: ProviderEvent['concerns']): Row[] {
  const { installationId } = details
  const rows =
    installationId !== undefined
      ? vault.store.all("SELECT * FROM connection WHERE type = 'githubApi' AND json_extract(details, '$.installationId') = ?", [
          installationId,
        ])
      : accountId !== undefined
        ? vault.store.all('SELECT * FROM connection WHERE type = ? AND account_id = ?', [type, accountId])
        : vault.store.all('SELECT * FROM connection WHERE type = ?', [type])
  return rows.filter((row) => {
    const has = detailsOf(row) as Record<string, unknown>
    return row.type === type && Object.entries(details).every(([name, value]) => has[name] === value)
  })
}

function apply(deps: Dependencies, type: string, event: ProviderEvent): Promise<void> {
  const { vault } = deps
  const deliveryId = `${type}:${event.deliveryId}`
  const rowsOf = () => rowsConcerned(deps, type, event.concerns)
  // Their ids too, so that a removal in the same batch is not undone by an event decided beside it.
  const ids = rowsOf().map((row) => String(row.id))
  return vault.commit({
    actor: null,
    touches: [`delivery:${deliveryId}`, ...accountsConcerned(type, event, rowsOf()), ...ids],
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

/** So that a connection added at this moment is decided about before or after, and not beside it. */
const accountsConcerned = (type: string, { concerns }: ProviderEvent, rows: readonly Row[]): string[] =>
  [...new Set([concerns.accountId, ...rows.map((row) => String(row.account_id))])].flatMap((account) =>
    account === undefined ? [] : [accountName(type, account)],
  )

function eventFor(row: Row, deliveryId: string, event: ProviderEvent): DecidedEvent {
  // The provider's clock counts whole seconds.
  const isOld = Math.floor(event.occurredAt / 1000) < Math.floor(settledAt(row) / 1000)
  const moved = isOld ? null : statusMove(row, event.event)
  const data = { event: event.event, deliveryId, occurredAt: new Date(event.occurredAt).toISOString(), moved }
  return { body: { kind: 'connection.provider_event', record: String(row.id), data } }
}

/** What was said before is not about the tokens we have, nor about an installation whose suspension was lifted since. */
const settledAt = ({ authorized_at, status_at, status_reason }: Row): number =>
  Number(status_reason === 'installation_unsuspended' ? status_at : authorized_at)
