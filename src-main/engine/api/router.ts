import { callContext } from './context'
import { eventStream } from './event-stream'
import { api, forward } from './forward'
import { expectedVersion } from './if-match'
import { importProcedures } from './import-procedures'
import { keySlotProcedures } from './key-slot-procedures'
import { sharedState } from './shared-state'
import { transferProcedures } from './transfer-procedures'
import { vaultProcedures } from './vault-procedures'

const rename = api.connection.rename.handler(({ context, input }) => {
  const version = expectedVersion(input.version, context.ifMatch)
  return context.engine.useCases.connection.rename(callContext(context), { ...input, version })
})

const replace = api.recipe.replace.handler(({ context, input }) => {
  const version = expectedVersion(input.version, context.ifMatch)
  return context.engine.useCases.recipe.replace(callContext(context), { ...input, version })
})

const stream = api.event.stream.handler(async ({ context, signal, lastEventId }) => {
  const { actor } = callContext(context)
  const log = sharedState(context.engine, context.clock).hub.logOf(actor.subject)
  return eventStream(log, lastEventId, [signal, context.until])
})

/** The engine's contract over any `Engine`, for every transport. It maps, and decides nothing that a use case decides. */
export const createRouter = () =>
  api.router({
    directory: forward('directory'),
    connection: { ...forward('connection'), rename },
    authorization: forward('authorization'),
    providerApp: forward('providerApp'),
    vault: vaultProcedures,
    keySlot: keySlotProcedures,
    settings: forward('settings'),
    event: { stream },
    recipe: { ...forward('recipe'), replace },
    grant: forward('grant'),
    deployment: forward('deployment'),
    run: forward('run'),
    inbox: forward('inbox'),
    import: importProcedures,
    audit: forward('audit'),
    transfer: transferProcedures,
  })
