import type { ConnectionView } from '../../src-shared/contract/connection'
import type { TypeView } from '../../src-shared/contract/directory'
import { asksForAttention } from './breakage'
import { mendFor } from './mend'

/** Several connections that are reconnected one after the other. */
export interface Walk {
  /** Never empty. */
  readonly ids: readonly ConnectionView['id'][]
  /** Which of them it is at. */
  readonly at: number
  /** The authorization that was started for this step, if one was. */
  readonly authorizationId?: string
}

/** Who takes part, in the order of the list: only what a consent page brings back. */
export function walkOrder(
  listed: readonly ConnectionView[],
  types: Partial<Record<string, Pick<TypeView, 'creation'>>>,
): ConnectionView['id'][] {
  const asked = ({ type }: ConnectionView) => types[type]?.creation !== 'fields'
  return listed
    .filter((connection) => asksForAttention(connection) && mendFor(connection).kind === 'reconnect' && asked(connection))
    .map(({ id }) => id)
}

/** The step after this one; undefined at the end. What came back meanwhile, by whoever's doing, is left out. */
export function nextStep(walk: Walk, connections: Partial<Record<string, ConnectionView>>): Walk | undefined {
  for (let at = walk.at + 1; at < walk.ids.length; at++) {
    const connection = connections[walk.ids[at] ?? '']
    if (connection !== undefined && asksForAttention(connection)) return { ids: walk.ids, at }
  }
  return undefined
}
