import type { Engine } from '../engine'
import { EventHub } from './event-hub'
import { PasswordAttempts } from './password-attempts'

interface SharedState {
  hub: EventHub
  attempts: PasswordAttempts
}

const states = new WeakMap<Engine, SharedState>()

/** What every host and port of one engine shares: the event hub, and the count of wrong passwords. */
export function sharedState(engine: Engine, clock: { monotonic(): number }): SharedState {
  const known = states.get(engine)
  if (known) return known
  const made = { hub: new EventHub(engine), attempts: new PasswordAttempts(() => clock.monotonic()) }
  states.set(engine, made)
  return made
}

/** Ends every event stream of an engine, so that a host can wait for the calls that remain. */
export const endEventStreams = (engine: Engine): void => states.get(engine)?.hub.finish()
