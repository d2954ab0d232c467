import { type ApiContext, callContext } from './context'
import { api, forward } from './forward'
import { sharedState } from './shared-state'

const { changePassword, startRecovery, confirmRecovery, removeRecovery, enableDevice } = api.keySlot

/** One count of wrong passwords and codes for every way to try them. */
const counted = <Result>({ engine, clock }: ApiContext, attempt: () => Promise<Result>): Promise<Result> =>
  sharedState(engine, clock).attempts.run(attempt)

export const keySlotProcedures = {
  ...forward('keySlot'),
  changePassword: changePassword.handler(({ context, input }) =>
    counted(context, () => context.engine.useCases.keySlot.changePassword(callContext(context), input)),
  ),
  startRecovery: startRecovery.handler(({ context, input }) =>
    counted(context, () => context.engine.useCases.keySlot.startRecovery(callContext(context), input)),
  ),
  confirmRecovery: confirmRecovery.handler(({ context, input }) =>
    counted(context, () => context.engine.useCases.keySlot.confirmRecovery(callContext(context), input)),
  ),
  removeRecovery: removeRecovery.handler(({ context, input }) =>
    counted(context, () => context.engine.useCases.keySlot.removeRecovery(callContext(context), input)),
  ),
  enableDevice: enableDevice.handler(({ context, input }) =>
    counted(context, () => context.engine.useCases.keySlot.enableDevice(callContext(context), input)),
  ),
}
