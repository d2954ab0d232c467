import type { Dependencies } from '../connection/dependencies'
import type { UseCases } from '../engine'
import { EngineError } from '../error'

/** Deployments, and the runs that come of them. */
export function runUseCases(_deps: Dependencies): Pick<UseCases, 'deployment' | 'run' | 'hook'> {
  const later = async (): Promise<never> => {
    throw new EngineError('NOT_AVAILABLE_HERE')
  }
  return {
    deployment: { deploy: later, list: later, get: later, withdraw: later, run: later },
    run: { list: later, get: later, retry: later, cancel: later },
    hook: { receive: later },
  }
}
