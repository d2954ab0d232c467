import { EngineError } from '../../engine/error'
import { api } from './host-context'

const { takeBinding, leave, comeBack, uninstall, suspend, revokeTokens, dropAnswers } = api.demo

const refuse = async (): Promise<never> => {
  throw new EngineError('DEMO_ONLY')
}

/** What happens elsewhere, made to happen here. Only with the demo platform. */
export const demoProcedures = {
  takeBinding: takeBinding.handler(refuse),
  leave: leave.handler(refuse),
  comeBack: comeBack.handler(refuse),
  uninstall: uninstall.handler(refuse),
  suspend: suspend.handler(refuse),
  revokeTokens: revokeTokens.handler(refuse),
  dropAnswers: dropAnswers.handler(refuse),
}
