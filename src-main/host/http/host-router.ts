import { serveContract } from '../../../src-shared/contract'
import type { Subject } from '../../../src-shared/domain/identifiers'
import type { ApiContext } from '../../engine/api/context'
import { guarded, guards } from '../../engine/api/guarded'
import { EngineError, invalidInput } from '../../engine/error'
import type { Access, Caller } from '../access/caller'
import { actorOf, everyone, type KnownPerson } from '../access/people'

/** What `serve` adds to every call of the engine's router. */
export interface HostContext extends ApiContext {
  access: Access
  caller: Caller | undefined
  version: string
}

const { health, session, client } = serveContract
const api = guarded({ health, session, client }).$context<HostContext>().use(guards.answerErrors).use(guards.gateOutput)

/** Who may call: the part of the contract that only a host with tokens has. */
export const createHostRouter = () =>
  api.router({
    health: {
      get: api.health.get.handler(({ context }) => ({
        status: 'ok' as const,
        version: context.version,
        vault: context.engine.state(),
      })),
    },
    session: {
      exchange: api.session.exchange.handler(({ context: { access }, input }) => {
        const subject = access.sessions.redeem(input.ticket)
        if (subject === undefined) throw new EngineError('UNAUTHORIZED', {}, 'This link was used already, or is too old.')
        return startSession(access, subject)
      }),
      current: api.session.current.handler(({ context }) => shownSession(context.access, callerIn(context).actor)),
      switch: api.session.switch.handler(({ context, input }) => {
        const { access } = context
        if (access.people.others.length === 0) throw new EngineError('FORBIDDEN')
        const person = everyone(access.people).find(({ subject }) => subject === input.subject)
        if (person === undefined) throw invalidInput('subject', 'is nobody that this page can act as')
        access.sessions.end(callerIn(context).token)
        return startSession(access, person.subject)
      }),
    },
    client: {
      list: api.client.list.handler(({ context }) => context.access.clients.list()),
      create: api.client.create.handler(({ context: { access }, input }) =>
        access.clients.create(input.name, input.subject ?? access.people.owner.subject),
      ),
      revoke: api.client.revoke.handler(({ context, input }) => context.access.clients.revoke(input.id)),
    },
  })

const startSession = (access: Access, subject: Subject) => ({
  token: access.sessions.start(subject),
  ...shownSession(access, actorOf(access.people, subject)),
})

const shownSession = (access: Access, { subject, label }: KnownPerson) => ({
  actor: { subject, label },
  actors: everyone(access.people).map((person) => ({ subject: person.subject, label: person.label })),
})

function callerIn(context: HostContext): Caller {
  if (context.caller === undefined) throw new EngineError('UNAUTHORIZED')
  return context.caller
}
