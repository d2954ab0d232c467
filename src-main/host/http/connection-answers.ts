import { ContractProcedure } from '@orpc/contract'
import type { AnyProcedure } from '@orpc/server'
import { z } from 'zod'
import { connection } from '../../../src-shared/contract/connection'
import { type ApiContext, callContext } from '../../engine/api/context'
import { guarded, guards } from '../../engine/api/guarded'
import type { PlainRequest } from './plain-request'
import { Told, ToldConnections } from './told-connections'

const Answer = z.instanceof(Told)

/** A procedure whose output is the body of its answer, which may be known before it is called. */
export interface ToldProcedure {
  procedure: AnyProcedure
  /** What a subject that may call was told when it asked the same, if that still holds: nothing need be read of the request any more. */
  known(subject: string, request: Asked): Told | undefined
  keep(subject: string, request: Asked, told: Told): void
}

type Asked = Pick<PlainRequest<unknown>, 'params' | 'query'>

/** `connection.list` and `connection.get` behind the same guards as all others. */
export function connectionAnswers(): ReadonlyMap<string, ToldProcedure> {
  let open: ToldConnections | undefined
  /** What was told since the vault was opened: none of it outlives the lock, nor what is still being asked then. Throws `VAULT_LOCKED`. */
  const sinceOpened = ({ engine }: ApiContext): ToldConnections => {
    if (open !== undefined) return open
    const locked = () => {
      open = undefined
    }
    engine.subscribe({ change: () => {}, locked })
    open = new ToldConnections()
    return open
  }
  const api = guarded({
    list: new ContractProcedure({ ...connection.list['~orpc'], outputSchema: Answer }),
    get: new ContractProcedure({ ...connection.get['~orpc'], outputSchema: Answer }),
  })
    .$context<ApiContext>()
    .use(guards.answerErrors)
    .use(guards.gateOutput)
  const list = api.list.handler(async ({ context, input }) => {
    const told = sinceOpened(context)
    const call = callContext(context)
    const { subject } = call.actor
    const known = told.page(subject, input)
    return known ?? told.tellPage(subject, input, await context.engine.useCases.connection.texts(call, input))
  })
  const get = api.get.handler(async ({ context, input }) => {
    const told = sinceOpened(context)
    const call = callContext(context)
    const { subject } = call.actor
    const known = told.single(subject, input.id)
    return known ?? told.tellSingle(subject, await context.engine.useCases.connection.text(call, input))
  })
  return new Map<string, ToldProcedure>([
    [
      'connection.list',
      {
        procedure: list,
        known: (subject, { query }) => open?.asked(subject, query.toString()),
        keep: (subject, { query }, told) => told.keepFor(subject, query.toString()),
      },
    ],
    [
      'connection.get',
      {
        procedure: get,
        known: (subject, { params, query }) => (query.size === 0 ? open?.single(subject, params?.id ?? '') : undefined),
        // By its id already.
        keep: () => undefined,
      },
    ],
  ])
}
