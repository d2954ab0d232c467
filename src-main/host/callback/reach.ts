import type { CallContext } from '../../engine/engine'
import { ShellFailure } from '../bridge/shell-failure'
import type { Surroundings } from '../surroundings/surroundings'

/** Where a provider's answer reaches this host. */
export type Reach = Pick<CallContext, 'callbackOrigin' | 'deepLinks'>

/**
 * The ways that are open now. One that is not is no failure: an authorization takes the other, or says that there is none, and the
 * callback doctor says why.
 * @param origin of the loopback callback; rejects where no port can be opened
 */
export async function reachOf(origin: () => Promise<string>, { scheme }: Pick<Surroundings, 'scheme'>): Promise<Reach> {
  const [callbackOrigin, links] = await Promise.all([
    origin().catch(nullForPort),
    scheme().catch((error: unknown) => {
      if (error instanceof ShellFailure) return undefined
      throw error
    }),
  ])
  return { callbackOrigin, deepLinks: links?.registered ?? false }
}

/** A system that gives no port says so with a code; anything else is a defect. */
function nullForPort(error: unknown): null {
  if (error instanceof Error && 'code' in error) return null
  throw error
}
