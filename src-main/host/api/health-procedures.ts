import { api } from './host-context'

export const healthProcedures = {
  get: api.health.get.handler(({ context: { program, engine } }) => ({
    status: 'ok' as const,
    version: program.version,
    vault: engine.state(),
  })),
}
