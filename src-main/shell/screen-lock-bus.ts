import { EventEmitter } from 'node:events'
import { Duplex } from 'node:stream'
import { Message, type MessageBus, sessionBus, systemBus } from '@jellybrick/dbus-next'
import { endOnThrow } from './end-on-throw'
import { type BusSignal, locksSession, savesScreen, sessionRules, systemRules } from './screen-lock-signal'

export interface ScreenLockWatch {
  /** Whether anything is there that would tell: at least one of the two buses answered. */
  readonly watching: boolean
  close(): void
}

const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' }
const manager = {
  destination: 'org.freedesktop.login1',
  path: '/org/freedesktop/login1',
  interface: 'org.freedesktop.login1.Manager',
}

/**
 * Listens on Linux, where Electron is silent, for the screen being locked: to the lock screen of the desktop on the session bus, and to
 * logind on the system bus. The addresses are those of the environment. A bus that is absent, or ends, tells nothing and harms nothing.
 */
export async function watchScreenLock(onLocked: () => void): Promise<ScreenLockWatch> {
  const session = open(sessionBus)
  const system = open(systemBus)
  const watched = await Promise.all([
    session && settles(session, () => watchSession(session, onLocked)),
    system && settles(system, () => watchSystem(system, onLocked)),
  ])
  return {
    watching: watched.includes(true),
    close() {
      // A disconnected bus goes on telling what it has already been sent.
      for (const bus of [session, system]) bus?.removeAllListeners('message').disconnect()
    },
  }
}

async function watchSession(bus: MessageBus, onLocked: () => void): Promise<void> {
  onSignal(bus, (signal) => savesScreen(signal) && onLocked())
  await listen(bus, sessionRules)
}

async function watchSystem(bus: MessageBus, onLocked: () => void): Promise<void> {
  const session = await ownSession(bus)
  onSignal(bus, (signal) => locksSession(signal, session) && onLocked())
  await listen(bus, systemRules(session))
}

/**
 * Object path of our login session. Desktops start programs as services of the person, outside every session: logind then names the
 * one of that person's display. Rejects where there is none.
 * Source: org.freedesktop.login1(5), `GetSession`.
 */
async function ownSession(bus: MessageBus): Promise<string> {
  const asked = { ...manager, member: 'GetSessionByPID', signature: 'u', body: [process.pid] }
  const byDisplay = { ...manager, member: 'GetSession', signature: 's', body: ['auto'] }
  const answer = await bus.call(new Message(asked)).catch(() => bus.call(new Message(byDisplay)))
  const session: unknown = answer?.body[0]
  if (typeof session !== 'string' || !/^\/[A-Za-z0-9_/]+$/.test(session)) throw new Error('logind named no session')
  return session
}

const onSignal = (bus: MessageBus, take: (signal: BusSignal) => void) => bus.on('message', take)

async function listen(bus: MessageBus, rules: readonly string[]): Promise<void> {
  for (const rule of rules) await bus.call(new Message({ ...daemon, member: 'AddMatch', signature: 's', body: [rule] }))
}

function open(connect: () => MessageBus): MessageBus | undefined {
  try {
    return connect()
  } catch {
    // No address of a bus is known here.
    return undefined
  }
}

/** Milliseconds that a bus may take: the page that says whether a locked screen is noticed waits for it. */
const patience = 3_000

/** False when the bus cannot be reached, is silent, or refuses. Its errors are events as well, which would end the program if nobody took them. */
function settles(bus: MessageBus, watch: () => Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = () => resolve(false)
    setTimeout(failed, patience).unref()
    const emitter: EventEmitter = bus
    emitter.on('error', failed)
    whenConnected(bus, (socket) => endOnThrow(socket, failed))
    watch().then(() => resolve(true), failed)
  })
}

/**
 * The library reads what a bus says in an event of its socket, throws there at what is no message, and hands the socket to nobody:
 * it is looked for by the names that it has in the version that is pinned. Before the first message is read.
 */
function whenConnected(bus: MessageBus, take: (socket: Duplex) => void): void {
  const connection: unknown = Reflect.get(bus, '_connection')
  if (!(connection instanceof EventEmitter)) throw new Error('the library has its connection elsewhere')
  connection.once('connect', () => {
    const socket: unknown = Reflect.get(connection, 'stream')
    if (socket instanceof Duplex) take(socket)
  })
}
