import type { ConnectionDetails } from '../../../../src-shared/contract/connection'
import type { RecipeNode } from '../../../../src-shared/domain/recipe/recipe'
import type { Injection } from '../../provider/injection'
import type { NodeAnswer, NodeRequest } from '../guarded-request'

/** A connection as a node uses it. */
export interface Used {
  injection: Injection
  details: ConnectionDetails
  scopes: readonly string[]
}

/** What a node works with. Its templates have been filled; what it gives is cleaned before anything else sees it. */
export interface Work {
  node: Pick<RecipeNode, 'id' | 'kind' | 'params'>
  /** Of its slot; undefined where it has none. */
  own: Used | undefined
  /** Of the operator, where the kind delegates. */
  delegated: Used | undefined
  /** The same for every try: what was done under it is not done again, where the provider takes one. */
  idempotencyKey: string
  recipe: { id: string; name: string }
  /**
   * Sends one request with what it carries; see `guardedRequest`. Asked again once, where a fresh token may mend a 401. `carry` makes
   * of the connections what the request carries, so that it is made anew with the fresh one.
   */
  send(
    request: NodeRequest,
    carry: (own: Injection | undefined, delegated: Injection | undefined) => Injection[],
  ): Promise<NodeAnswer>
  /** The provider says that the connection is not good any more: it is asked who this is, and its status follows. */
  doubt(): Promise<void>
}

/** What most requests carry: the connection of the slot. */
export const ownAlone = (own: Injection | undefined): Injection[] => (own === undefined ? [] : [own])
