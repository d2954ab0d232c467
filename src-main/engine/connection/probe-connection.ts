import { isDeepStrictEqual } from 'node:util'
import { newUlid } from '../new-ulid'
import type { ProviderTest } from '../provider/provider'
import type { Row } from '../vault/store'
import type { EventBody } from '../vault/vault-event'
import { published } from './connection-commands'
import { detailsOf, findRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { type Ask, isAbout, type Tested, testFresh } from './fresh-test'
import type { Refresher } from './refresh/refresher'
import { statusMove } from './status-move'

/** Asks the provider about a connection, and writes down what an event would have said, if anything. */
export async function probeConnection(deps: Dependencies, refresher: Refresher, ask: Ask, row: Row): Promise<ProviderTest> {
  const test = await testFresh(deps, refresher, row, ask)
  if (test.outcome.event !== undefined || test.outcome.details !== undefined) await keepFinding(deps, String(row.id), test)
  return test.outcome
}

function keepFinding(deps: Dependencies, record: string, test: Tested): Promise<void> {
  return deps.vault.commit({
    actor: null,
    touches: [record],
    decide: () => {
      const now = findRow(deps.vault, record)
      const body = now && now.status !== 'revoked' && isAbout(now, test) ? findingOf(deps, now, test.outcome) : undefined
      return {
        events: body === undefined ? [] : [{ body }],
        result: () => {
          if (body !== undefined) published(deps, record)
        },
      }
    },
  })
}

/** Nothing where the connection is as it was: a probe that finds nothing leaves no trace in the history. */
function findingOf({ clock }: Dependencies, now: Row, { result, error, event, details }: ProviderTest): EventBody | undefined {
  const record = String(now.id)
  const moved = event === undefined ? null : statusMove(now, event)
  if (event !== undefined && moved !== null) {
    const at = clock.now()
    const data = { event, deliveryId: `probe:${newUlid(at)}`, occurredAt: new Date(at).toISOString(), moved }
    return { kind: 'connection.provider_event', record, data }
  }
  if (details === undefined || isDeepStrictEqual(details, detailsOf(now))) return undefined
  return { kind: 'connection.tested', record, data: { result, error: error ?? null, moved: null, details } }
}
