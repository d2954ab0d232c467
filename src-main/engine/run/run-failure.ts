import type { z } from 'zod'
import type { Recovery } from '../../../src-shared/contract/error'
import type { RunNodeError } from '../../../src-shared/contract/run'
import { runNodeWords } from '../../../src-shared/words/en/run-node'
import { EngineError } from '../error'

type Facts = z.infer<typeof RunNodeError>

/** Why a node failed: what the run's data say of it. `output` is what there is to see all the same. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure'

  constructor(
    readonly facts: Facts,
    readonly output?: unknown,
  ) {
    super(facts.message)
  }
}

/** A parameter that came to something the node cannot use. */
export const unusable = (message: string): RunFailure =>
  new RunFailure({ code: 'INVALID_INPUT', message, recovery: 'edit_input' })

/** The connection was about to go where it may not. */
export const hostNotAllowed = (message: string): RunFailure =>
  new RunFailure({ code: 'HOST_NOT_ALLOWED', message, recovery: 'edit_input' })

/** Refused by the provider, in its own words. */
export const refusedBy = (
  provider: string,
  said: string,
  {
    recovery = 'retry',
    message = runNodeWords.saidBy(provider, said),
  }: { recovery?: Recovery | undefined; message?: string } = {},
): RunFailure => new RunFailure({ code: 'PROVIDER_ERROR', message, providerError: said.slice(0, 200), recovery })

/** Whatever stopped a node, as the run's data keep it. What nobody foresaw is `INTERNAL`, and its words stay in the log. */
export function failureOf(error: unknown, log: (error: unknown) => void): RunFailure {
  if (error instanceof RunFailure) return error
  if (error instanceof EngineError) {
    const { recovery, providerError, connectionId } = error.wireData
    return new RunFailure({
      code: error.code,
      message: error.message,
      recovery,
      ...(providerError === undefined ? {} : { providerError }),
      ...(connectionId === undefined ? {} : { connectionId }),
    })
  }
  log(error)
  const { message } = new EngineError('INTERNAL')
  return new RunFailure({ code: 'INTERNAL', message, recovery: 'contact_operator' })
}
