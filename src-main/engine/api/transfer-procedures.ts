import { callContext } from './context'
import { api, forward } from './forward'
import { sharedState } from './shared-state'

const { export: exporting } = api.transfer

export const transferProcedures = {
  ...forward('transfer'),
  /** The vault's password is asked, so wrong ones count with all others. */
  export: exporting.handler(({ context, input }) =>
    sharedState(context.engine, context.clock).attempts.run(() =>
      context.engine.useCases.transfer.export(callContext(context), input),
    ),
  ),
}
