import type { Dependencies } from '../connection/dependencies'
import type { UseCases } from '../engine'
import { EngineError } from '../error'

/** Files that recipes send to this computer. */
export function inboxUseCases(_deps: Dependencies): Pick<UseCases, 'inbox'> {
  const later = async (): Promise<never> => {
    throw new EngineError('NOT_AVAILABLE_HERE')
  }
  return { inbox: { list: later, receiver: later, remove: later } }
}
