import { createRouter } from '../../engine/api/router'
import { clientProcedures } from './client-procedures'
import { demoProcedures } from './demo-procedures'
import { healthProcedures } from './health-procedures'
import { hostProcedures } from './host-procedures'
import { sessionProcedures } from './session-procedures'

/** For the window: the engine, the program around it, and the tokens of scripts. */
export const createDesktopRouter = () => ({ ...createRouter(), host: hostProcedures, client: clientProcedures })

/** Over HTTP: that, and who may call. */
export const createServeRouter = () => ({
  ...createDesktopRouter(),
  health: healthProcedures,
  session: sessionProcedures,
  demo: demoProcedures,
})
