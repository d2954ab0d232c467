import type { Subject } from '../../../src-shared/domain/identifiers'
import { requestWords } from '../../../src-shared/words/en/request'
import { EngineError, invalidInput } from '../../engine/error'
import type { Access, Caller } from '../access/caller'
import { actorOf, everyone, type KnownPerson } from '../access/people'
import { api, type HostContext } from './host-context'

const { exchange, current, switch: switchActor, presence } = api.session

/** How a page proves who it is. A host that issues no tickets has no sessions. */
export const sessionProcedures = {
  exchange: exchange.handler(({ context: { access }, input }) => {
    const subject = access.sessions.redeem(input.ticket)
    if (subject === undefined) throw new EngineError('UNAUTHORIZED', {}, requestWords.linkUsed)
    return startSession(access, subject)
  }),
  current: current.handler(({ context }) => shownSession(context.access, callerIn(context))),
  switch: switchActor.handler(({ context, input }) => {
    const { access } = context
    const caller = callerIn(context)
    const others = changesPlaces(access, caller) ? access.people.others : []
    if (others.length === 0) throw new EngineError('FORBIDDEN')
    const person = everyone(access.people).find(({ subject }) => subject === input.subject)
    if (person === undefined) throw invalidInput('subject', requestWords.nobody)
    access.sessions.end(caller.token)
    return startSession(access, person.subject)
  }),
  // The call itself is what is said: it puts off the automatic lock like any other that shows somebody.
  presence: presence.handler(() => ({})),
}

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
