import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { demoWords } from '../../../src-shared/words/en/demo'
import { callContext } from '../../engine/api/context'
import type { CallContext } from '../../engine/engine'
import { EngineError, invalidInput } from '../../engine/error'
import { actorOf, everyone } from '../access/people'
import type { DemoControl } from '../serve/demo'
import { api, type HostContext } from './host-context'

const { takeBinding, leave, comeBack, uninstall, suspend, revokeTokens, dropAnswers } = api.demo

const done = { done: true as const }

/** What happens elsewhere, made to happen here: at the demo's providers, or in the vault of a demo. */
export const demoProcedures = {
  takeBinding: takeBinding.handler(async ({ context, input }) => {
    controlOf(context)
    await context.engine.useCases.staging.takeBinding(callContext(context), input)
    return done
  }),
  leave: leave.handler(async ({ context, input }) => {
    controlOf(context)
    await context.engine.useCases.staging.leave(callContext(context), input)
    return done
  }),
  comeBack: comeBack.handler(async ({ context, input }) => {
    controlOf(context)
    await context.engine.useCases.staging.comeBack(callContext(context), input)
    return done
  }),
  uninstall: uninstall.handler(async ({ context, input: { connectionId } }) => {
    const control = controlOf(context)
    const { connection } = await oneOf(context, connectionId, ['slackApi', 'githubApi'])
    const { teamId, installationId } = connection.details
    if (teamId !== undefined) await control.slack.uninstall(teamId)
    if (installationId !== undefined) await control.github.uninstall(installationId)
    return done
  }),
  suspend: suspend.handler(async ({ context, input: { connectionId, suspended } }) => {
    const control = controlOf(context)
    const { connection } = await oneOf(context, connectionId, ['githubApi'])
    const { installationId } = connection.details
    if (installationId !== undefined) await control.github.suspend(installationId, suspended)
    return done
  }),
  revokeTokens: revokeTokens.handler(async ({ context, input: { connectionId } }) => {
    const control = controlOf(context)
    const { connection, owner } = await oneOf(context, connectionId, ['slackApi', 'neurocadUserIdentityApi'])
    if (connection.type === 'slackApi') await control.slack.revokeTokens(connection.details.teamId ?? '')
    else {
      await control.passport.revokeTokens(connection.account.id)
      // Neurocad tells nobody. Whoever makes it happen wants to see it, so the connection is made to ask.
      if (connection.status === 'active') await context.engine.useCases.connection.test(owner, { id: connection.id })
    }
    return done
  }),
  dropAnswers: dropAnswers.handler(async ({ context, input: { service, count } }) => {
    controlOf(context).dropAnswers(service, count)
    return done
  }),
}

/** Throws `DEMO_ONLY` where there is no demo platform to do it. */
function controlOf({ program }: HostContext): DemoControl {
  const control = program.demoControl?.()
  if (control === undefined) throw new EngineError('DEMO_ONLY')
  return control
}

/**
 * A connection of one of these types, looked up as whoever may see it: private ones as their owner. Throws `NOT_FOUND`, or `INVALID_INPUT`
 * for another type.
 */
async function oneOf(
  context: HostContext,
  id: ConnectionView['id'],
  types: readonly CredentialTypeKey[],
): Promise<{ connection: ConnectionView; owner: CallContext }> {
  const { people } = context.access
  for (const { subject } of everyone(people)) {
    const owner = { ...callContext(context), actor: actorOf(people, subject) }
    const connection = await context.engine.useCases.connection.get(owner, { id }).catch(unlessNotFound)
    if (connection === undefined) continue
    if (!types.includes(connection.type)) throw invalidInput('connectionId', demoWords.otherType)
    return { connection, owner }
  }
  throw new EngineError('NOT_FOUND', { connectionId: id })
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof EngineError) || error.code !== 'NOT_FOUND') throw error
}
