import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { ulid } from 'ulid'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Identity } from '../identity-check'
import { announcement, type Delivery } from './delivery'
import { type DeliveryStore, isOpen } from './delivery-store'
import { closeCode, type DesktopFrame, frameIn } from './frame'
import type { Misbehaviour } from './misbehaviour'

/** The service asks for a sign of life at half of this. Milliseconds. */
const SILENCE = 30_000
/** No frame of a desktop is longer. Bytes. */
const MOST_FRAME_BYTES = 16 * 1024

interface Session {
  subject: string
  socket: WebSocket
}

export interface Watcher {
  /** A session was welcomed. */
  opened(subject: string): void
  /** The desktop has answered for a delivery. */
  settled(delivery: Delivery): void
}

/** Desktops that are there now, and what they are told and say. */
export interface Sessions {
  /** Takes over an upgrade that was found good. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer, identity: Identity): void
  /** Tells every session of the recipient; without one, the delivery waits. */
  announce(delivery: Delivery): Promise<void>
  /** Of one person, as it is, whatever it says. */
  say(subject: string, text: string): void
  isThere(subject: string): boolean
  /** Ends every session: as one that says goodbye, or by pulling the plug. */
  end(how: 'close' | 'cut'): void
  /** Resolves when all have ended, and what came of them is written down. */
  close(): Promise<void>
}

export function openSessions(store: DeliveryStore, how: Misbehaviour, watcher: Watcher): Sessions {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES })
  const sessions = new Set<Session>()
  /** What was begun by a frame or an end, which nobody waits for but `close`. */
  const underway = new Set<Promise<void>>()
  const start = (work: Promise<void>): void => {
    const done = work.catch(() => undefined).finally(() => underway.delete(done))
    underway.add(done)
  }
  const of = (subject: string) => [...sessions].filter((session) => session.subject === subject)

  const tell = async (session: Session, delivery: Delivery): Promise<void> => {
    await store.step(delivery, 'announce')
    const text = JSON.stringify(announcement(delivery))
    for (let times = how.announceTwice ? 2 : 1; times > 0; times--) session.socket.send(text)
  }

  const answered = async (delivery: Delivery | undefined, step: 'acknowledge' | 'refuse', reason?: Delivery['reason']) => {
    if (delivery === undefined || !isOpen(delivery)) return
    await store.step(delivery, step, reason)
    watcher.settled(delivery)
  }

  const heard = async ({ subject, socket }: Session, frame: DesktopFrame): Promise<void> => {
    if (frame.type === 'ping' && !how.neverSpeak) socket.send(JSON.stringify({ type: 'pong' }))
    if (frame.type !== 'acknowledge' && frame.type !== 'refuse') return
    const delivery = store.openOf(subject).find(({ id }) => id === frame.id)
    if (frame.type === 'acknowledge') await answered(delivery, 'acknowledge')
    else await answered(delivery, 'refuse', { code: frame.code, message: frame.message })
  }

  const ended = async (session: Session): Promise<void> => {
    sessions.delete(session)
    if (of(session.subject).length > 0) return
    for (const delivery of store.openOf(session.subject)) await store.step(delivery, 'session_ended')
  }

  const begin = async (session: Session, expiresAt: number): Promise<void> => {
    sessions.add(session)
    const { socket, subject } = session
    const timers = lifeOf(socket, expiresAt, how)
    socket.on('message', (data, isBinary) => {
      timers.heard()
      const frame = isBinary ? undefined : frameIn(String(data))
      if (frame === undefined) socket.close(closeCode.unreadable)
      else start(heard(session, frame))
    })
    socket.on('close', () => {
      timers.stop()
      start(ended(session))
    })
    // What breaks a connection also closes it; `close` says all there is to say.
    socket.on('error', () => undefined)
    if (how.neverSpeak) return
    socket.send(JSON.stringify({ type: 'welcome', session: `session_${ulid()}` }))
    for (const delivery of store.openOf(subject)) await tell(session, delivery)
    watcher.opened(subject)
  }

  const end = (way: 'close' | 'cut'): void => {
    for (const { socket } of sessions) {
      if (way === 'close') socket.close(closeCode.goingAway)
      else socket.terminate()
    }
  }

  return {
    open(request, socket, head, { subject, expiresAt }) {
      server.handleUpgrade(request, socket, head, (opened) => start(begin({ subject, socket: opened }, expiresAt)))
    },
    async announce(delivery) {
      if (how.neverSpeak) return
      for (const session of of(delivery.subject)) await tell(session, delivery)
    },
    say: (subject, text) => {
      for (const { socket } of of(subject)) socket.send(text)
    },
    isThere: (subject) => of(subject).length > 0,
    end,
    async close() {
      const closed = [...sessions].map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)))
      end('cut')
      await Promise.all(closed)
      while (underway.size > 0) await Promise.all(underway)
    },
  }
}

/** Ends a session when nothing is heard of it, or the token that opened it has expired. */
function lifeOf(socket: WebSocket, expiresAt: number, how: Misbehaviour) {
  let silentFor = 0
  const beat = setInterval(() => {
    silentFor += SILENCE / 2
    if (silentFor >= SILENCE) socket.close(closeCode.silent)
    else if (!how.neverSpeak) socket.send(JSON.stringify({ type: 'ping' }))
  }, SILENCE / 2)
  const expiry = setTimeout(() => socket.close(closeCode.identityExpired), Math.max(expiresAt - Date.now(), 0))
  return {
    heard: () => {
      silentFor = 0
    },
    stop() {
      clearInterval(beat)
      clearTimeout(expiry)
    },
  }
}
