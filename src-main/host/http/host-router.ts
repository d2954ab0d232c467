import { serveContract } from '../../../src-shared/contract'
import type { Subject } from '../../../src-shared/domain/identifiers'
import { requestWords } from '../../../src-shared/words/en/request'
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

const { health, session, client, host } = serveContract
const api = guarded({ health, session, client, host }).$context<HostContext>().use(guards.answerErrors).use(guards.gateOutput)

const no = () => Promise.reject(new EngineError('NOT_AVAILABLE_HERE'))

/** Who may call: the part of the contract that only a host with tokens has. */
export const createHostRouter = () =>
  api.router({
    // To be replaced.
    host: {
      facts: api.host.facts.handler(no),
      diagnoseCallback: api.host.diagnoseCallback.handler(no),
      openFolder: api.host.openFolder.handler(no),
      chooseFolder: api.host.chooseFolder.handler(no),
      checkForUpdates: api.host.checkForUpdates.handler(no),
      installUpdate: api.host.installUpdate.handler(no),
    },
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
        if (subject === undefined) throw new EngineError('UNAUTHORIZED', {}, requestWords.linkUsed)
        return startSession(access, subject)
      }),
      current: api.session.current.handler(({ context }) => shownSession(context.access, callerIn(context))),
      switch: api.session.switch.handler(({ context, input }) => {
        const { access } = context
        const caller = callerIn(context)
        const others = changesPlaces(access, caller) ? access.people.others : []
        if (others.length === 0) throw new EngineError('FORBIDDEN')
        const person = everyone(access.people).find(({ subject }) => subject === input.subject)
        if (person === undefined) throw invalidInput('subject', requestWords.nobody)
        access.sessions.end(caller.token)
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

function startSession(access: Access, subject: Subject) {
  const token = access.sessions.start(subject)
  return { token, ...shownSession(access, { actor: actorOf(access.people, subject), token }) }
}

function shownSession(access: Access, caller: Pick<Caller, 'actor' | 'token'>) {
  const actors = changesPlaces(access, caller) ? everyone(access.people) : [caller.actor]
  return { actor: shown(caller.actor), actors: actors.map(shown) }
}

const shown = ({ subject, label }: KnownPerson) => ({ subject, label })

/** An API token acts as one subject for good, and ends when it is revoked; only a page's session can be exchanged for another. */
const changesPlaces = ({ sessions }: Access, { token }: Pick<Caller, 'token'>) => sessions.resolve(token) !== undefined

function callerIn(context: HostContext): Caller {
  if (context.caller === undefined) throw new EngineError('UNAUTHORIZED')
  return context.caller
}
