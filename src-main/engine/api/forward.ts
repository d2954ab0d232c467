import type { AnyProcedure, Router } from '@orpc/server'
import { type Contract, contract } from '../../../src-shared/contract'
import type { UseCases } from '../engine'
import { type ApiContext, callContext } from './context'
import { guarded, guards } from './guarded'

/** The contract, ready to be implemented behind the guards. */
export const api = guarded(contract).$context<ApiContext>().use(guards.answerErrors).use(guards.gateOutput)

type Noun = keyof UseCases & keyof Contract

/** What forwarding needs of an implementer, once its input and output types are set aside. */
interface AnyImplementer {
  handler(run: (call: { context: ApiContext; input: unknown }) => Promise<unknown>): AnyProcedure
}
type AnyUseCase = (context: ReturnType<typeof callContext>, input: unknown) => Promise<unknown>

/**
 * Every procedure of a noun, handed to the use case of the same name. The casts set aside types that `UseCases` derives from the
 * contract, and that the contract's schemas check again on every call.
 */
export function forward<N extends Noun>(noun: N): Router<Contract[N], ApiContext> {
  const procedures = Object.keys(contract[noun]).map((verb) => {
    const implementer = Reflect.get(api[noun], verb) as AnyImplementer
    const procedure = implementer.handler(({ context, input }) => {
      const useCase = Reflect.get(context.engine.useCases[noun], verb) as AnyUseCase
      return useCase(callContext(context), input)
    })
    return [verb, procedure]
  })
  return Object.fromEntries(procedures)
}
