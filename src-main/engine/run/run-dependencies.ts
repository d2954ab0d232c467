import type { Actor } from '../../../src-shared/domain/actor'
import type { RecipeProblem } from '../../../src-shared/domain/recipe/problem'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { Dependencies } from '../connection/dependencies'
import type { Refresher } from '../connection/refresh/refresher'
import type { Resolver } from '../connection/resolve-connection'
import type { Fetch, ProviderEndpoints } from '../port'
import type { Webhooks } from '../webhook/webhooks'

/** What runs work with, beside what every use case does. */
export interface RunDependencies extends Dependencies {
  /** Not bounded: see `guardedRequest`. */
  fetch: Fetch
  endpoints: ProviderEndpoints
  resolver: Pick<Resolver, 'resolve' | 'renew'>
  refresher: Refresher
  webhooks: Pick<Webhooks, 'verify'>
}

/** What stops these nodes now, for whoever deployed them or would. */
export type CheckNodes = (actor: Actor, recipeId: string, nodes: readonly RecipeNode[]) => RecipeProblem[]
