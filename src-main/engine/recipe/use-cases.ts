import type { Dependencies } from '../connection/dependencies'
import type { UseCases } from '../engine'
import { EngineError } from '../error'

/** Recipes as drafts, the grants given to them, and what connections serve. */
export function recipeUseCases(_deps: Dependencies): Pick<UseCases, 'recipe' | 'grant' | 'staging'> {
  const later = async (): Promise<never> => {
    throw new EngineError('NOT_AVAILABLE_HERE')
  }
  return {
    recipe: {
      import: later,
      list: later,
      get: later,
      replace: later,
      remove: later,
      credentialOptions: later,
      bind: later,
      preflight: later,
      makeWebhook: later,
      usage: later,
      rebind: later,
    },
    grant: { list: later, revoke: later },
    staging: { takeBinding: later, leave: later, comeBack: later },
  }
}
