import { mapEventIterator } from '@orpc/client'
import type { AnyContractRouter } from '@orpc/contract'
import { implement, os } from '@orpc/server'
import type { AccessMeta } from '../../../src-shared/contract/procedure'
import { requestWords } from '../../../src-shared/words/en/request'
import { invalidInput } from '../error'
import { accessProblem } from './access'
import type { ApiContext } from './context'
import { refuseCredentials } from './output-gate'
import { unknownResource } from './unknown-resource'
import { wireError } from './wire-error'

const base = os.$context<ApiContext>().$meta<AccessMeta>({ access: 'owner', whileLocked: false })

/** Outermost: refuses who may not call, and turns every failure, also those in the middle of a stream, into a named one. */
const answerErrors = base.middleware(async ({ context, procedure, next }, input) => {
  const { meta, inputSchema } = procedure['~orpc']
  try {
    const problem = accessProblem(meta, context.actor, context.engine.state())
    if (problem) throw problem
    if (inputSchema === undefined) refuseInput(input)
    const result = await next()
    if (!isStream(result.output)) return result
    const output = mapEventIterator(result.output, {
      value: async (value) => value,
      error: async (error) => wireError(error, context.logger),
    })
    return { ...result, output }
  } catch (error) {
    throw wireError(unknownResource(error, procedure) ?? error, context.logger)
  }
})

/** Innermost, so that it sees what the use case gave before the output schema strips it. */
const gateOutput = base.middleware(async ({ next }) => {
  const result = await next()
  if (!isStream(result.output)) {
    refuseCredentials(result.output)
    return result
  }
  const output = mapEventIterator(result.output, {
    value: async (value) => {
      refuseCredentials(value)
      return value
    },
    error: async (error) => error,
  })
  return { ...result, output }
})

/**
 * Implements a contract with the checks that no procedure may be without. Order of a call: access, input schema, use case,
 * output gate, output schema; -1 moves oRPC's output validation between the two middlewares.
 */
export const guarded = <C extends AnyContractRouter>(contract: C) => implement(contract, { initialOutputValidationIndex: -1 })

export const guards = { answerErrors, gateOutput }

/** A procedure without input takes none, rather than ignoring what was sent. */
function refuseInput(input: unknown): void {
  if (input === undefined) return
  if (typeof input !== 'object' || input === null) throw invalidInput('', requestWords.mustBeEmpty)
  const [key] = Object.keys(input)
  if (key !== undefined) throw invalidInput(key, requestWords.notKnown)
}

const isStream = (output: unknown): output is AsyncIterator<unknown> & AsyncIterable<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output
