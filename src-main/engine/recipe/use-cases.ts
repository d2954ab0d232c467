import type { Dependencies } from '../connection/dependencies'
import type { UseCases } from '../engine'
import type { VaultEvent } from '../vault/vault-event'
import type { Webhooks } from '../webhook/webhooks'
import { bindNode } from './bind-node'
import { connectionUsage } from './connection-usage'
import { credentialOptions } from './credential-options'
import { Documents } from './documents'
import { listGrants, revokeGrant } from './grants'
import { listRecipes } from './list-recipes'
import { LiveVerdicts } from './live-verdicts'
import { makeWebhook } from './make-webhook'
import { rebind } from './rebind'
import type { RecipeDependencies } from './recipe-parts'
import { recipeView } from './recipe-view'
import { stagingUseCases } from './staging'
import { Verdicts } from './verdicts'
import { importRecipe, removeRecipe, replaceRecipe } from './write-recipe'

export interface RecipeParts {
  useCases: Pick<UseCases, 'recipe' | 'grant' | 'staging'>
  /** Of every event of the vault once it is applied. */
  heard(event: VaultEvent): void
  close(): void
}

/** Recipes as drafts, the grants given to them, and what connections serve. */
export function createRecipes(base: Dependencies, webhooks: Pick<Webhooks, 'make' | 'rotate'>): RecipeParts {
  const documents = new Documents(base.vault)
  const deps: RecipeDependencies = { ...base, webhooks, documents, verdicts: new Verdicts(base, documents) }
  const live = new LiveVerdicts(deps)
  live.start()
  return {
    useCases: {
      recipe: {
        import: (context, input) => importRecipe(deps, context, input),
        list: async ({ actor }, input) => listRecipes(deps, actor, input),
        get: async (context, { id }) => recipeView(deps, context, id),
        replace: (context, input) => replaceRecipe(deps, context, input),
        remove: (context, { id }) => removeRecipe(deps, context, id),
        credentialOptions: async ({ actor }, input) => credentialOptions(deps, actor, input),
        choose: (context, input) => bindNode(deps, context, input),
        preflight: async ({ actor }, { id }) => deps.verdicts.fresh(actor, id),
        makeWebhook: (context, input) => makeWebhook(deps, context, input),
        usage: async ({ actor }, { id }) => connectionUsage(deps, actor, id),
        rebind: ({ actor }, input) => rebind(deps, actor, input),
      },
      grant: {
        list: async ({ actor }) => listGrants(deps, actor),
        revoke: ({ actor }, { id }) => revokeGrant(deps, actor, id),
      },
      staging: stagingUseCases(deps),
    },
    heard: (event) => live.heard(event),
    close: () => live.stop(),
  }
}
