import { ContractProcedure } from '@orpc/contract'
import type { AnyProcedure } from '@orpc/server'
import { z } from 'zod'
import { connection } from '../../../src-shared/contract/connection'
import { type ApiContext, callContext } from '../../engine/api/context'
import { guarded, guards } from '../../engine/api/guarded'
import { Told, ToldConnections } from './told-connections'

const Answer = z.instanceof(Told)
const { list, get } = connection

/** `connection.list` and `connection.get` behind the same guards, whose output is the body of their answer. */
export function connectionAnswers(): ReadonlyMap<string, AnyProcedure> {
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
    list: new ContractProcedure({ ...list['~orpc'], outputSchema: Answer }),
    get: new ContractProcedure({ ...get['~orpc'], outputSchema: Answer }),
  })
    .$context<ApiContext>()
    .use(guards.answerErrors)
    .use(guards.gateOutput)
  const answers = {
    list: api.list.handler(async ({ context, input }) => {
      const told = sinceOpened(context)
      const call = callContext(context)
      const { subject } = call.actor
      const known = told.page(subject, input)
      return known ?? told.tellPage(subject, input, await context.engine.useCases.connection.texts(call, input))
    }),
    get: api.get.handler(async ({ context, input }) => {
      const told = sinceOpened(context)
      const call = callContext(context)
      const { subject } = call.actor
      const known = told.single(subject, input.id)
      return known ?? told.tellSingle(subject, await context.engine.useCases.connection.text(call, input))
    }),
  }
  return new Map(Object.entries(answers).map(([verb, procedure]) => [`connection.${verb}`, procedure]))
}

export const bodyOf = (told: unknown): Buffer => (told as Told).body
