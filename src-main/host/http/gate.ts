import type { MiddlewareHandler } from 'hono'
import type { AccessMeta } from '../../../src-shared/contract/procedure'
import { accessProblem } from '../../engine/api/access'
import type { Engine } from '../../engine/engine'
import { type Access, callerOf } from '../access/caller'
import type { Environment } from './environment'

/** Token, then lock, then ownership: before the body is looked at, and the same for every route that has a `meta`. */
export function accessGate(host: { engine: Engine; access: Access }, meta: AccessMeta): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const caller = callerOf(host.access, c.req.header('Authorization'))
    const problem = accessProblem(meta, caller?.actor, host.engine.state())
    if (problem) throw problem
    c.set('caller', caller)
    return next()
  }
}
