import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { ulid } from 'ulid'
import type { IdentityCheck } from '../identity-check'
import type { UpgradeHandler } from '../loopback-server'
import { bearerOf, ServiceRefusal } from '../service-refusal'
import type { Content } from './content'
import type { Delivery } from './delivery'
import { isOpen, openDeliveryStore } from './delivery-store'
import { type Misbehaviour, wellBehaved } from './misbehaviour'
import { deliveryRoutes } from './routes'
import { openSessions } from './sessions'

/** A file to deliver. What is announced of it is what is said here, whether it is true of the content or not. */
export interface NewDelivery extends Pick<Delivery, 'subject' | 'name' | 'kind'> {
  sender?: Delivery['sender']
  recipe?: Delivery['recipe']
  /** Lower-case hex; of the content unless said. */
  sha256?: string
  /** Bytes; of the content unless said. */
  size?: number
  asset?: string
}

export interface SessionManagerOptions {
  identify: IdentityCheck
  /** Where deliveries are kept over a restart; in memory alone unless said. */
  path?: string
  /** What an asset consists of, for deliveries that name one. */
  openAsset?(id: string): Promise<Content | undefined>
}

/** The service that desktops have a session with. */
export interface SessionManager {
  /** To be served below `sessionManagerUrl`, without the making of deliveries. */
  routes: Hono<{ Bindings: HttpBindings }>
  /** Takes `GET …/session` that asks for a WebSocket. */
  upgrade: UpgradeHandler
  /** Changed in place. */
  misbehave: Misbehaviour
  deliver(delivery: NewDelivery, content?: Content): Promise<Delivery>
  find(id: string): Delivery | undefined
  /** Tells the desktop once more of one that it was told of. */
  announceAgain(id: string): Promise<void>
  /** Says something to every session of a person, whatever it is. */
  say(subject: string, text: string): void
  /** Resolves when a session of that person is open and was told of all that waits; at once where it is so already. */
  opened(subject: string): Promise<void>
  /** Resolves when the desktop has acknowledged or refused it. */
  settled(id: string): Promise<Delivery>
  /** Every session is cut, and whoever asks for anything is cut too, until it comes back. */
  goAway(): void
  comeBack(): void
  /** Ends every session in good order; desktops may open another. */
  endSessions(): void
  close(): Promise<void>
}

export async function openSessionManager({ identify, path, openAsset }: SessionManagerOptions): Promise<SessionManager> {
  const store = await openDeliveryStore(path)
  const misbehave = wellBehaved()
  const contents = new Map<string, Content>()
  const waiting = new Set<() => void>()
  const notice = () => {
    for (const look of [...waiting]) look()
  }
  const ready = new Set<string>()
  const sessions = openSessions(store, misbehave, {
    opened(subject) {
      ready.add(subject)
      notice()
    },
    settled: notice,
  })
  let isAway = false

  /** Resolves with the first answer that is not undefined. */
  const until = <Found>(look: () => Found | undefined): Promise<Found> =>
    new Promise((resolve) => {
      const again = () => {
        const found = look()
        if (found === undefined) return
        waiting.delete(again)
        resolve(found)
      }
      waiting.add(again)
      again()
    })

  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.use(async (c, next) => {
    if (!isAway) return next()
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  })
  routes.route(
    '/',
    deliveryRoutes({
      identify,
      store,
      how: misbehave,
      contentOf: async ({ id, asset }) => contents.get(id) ?? (asset === null ? undefined : openAsset?.(asset)),
    }),
  )

  return {
    routes,
    async upgrade(request, socket, head) {
      if (isAway) return void socket.destroy()
      try {
        const identity = await identify(bearerOf(request.headers.authorization))
        ready.delete(identity.subject)
        sessions.open(request, socket, head, identity)
      } catch (error) {
        socket.end(refusalText(error))
      }
    },
    misbehave,
    async deliver(given, content) {
      const { asset = null, subject, name, kind } = given
      const delivery: Delivery = {
        id: `delivery_${ulid()}`,
        subject,
        sender: given.sender ?? { subject, label: subject },
        recipe: given.recipe ?? { id: `recipe_${ulid()}`, name: 'Recipe' },
        name,
        kind,
        size: given.size ?? content?.size ?? 0,
        sha256: given.sha256 ?? (content === undefined ? '' : await sha256Of(content)),
        asset,
        state: 'waiting',
        reason: null,
      }
      if (content !== undefined) contents.set(delivery.id, content)
      await store.add(delivery)
      await sessions.announce(delivery)
      return delivery
    },
    find: (id) => store.find(id),
    async announceAgain(id) {
      const delivery = store.find(id)
      if (delivery !== undefined) await sessions.announce(delivery)
    },
    say: (subject, text) => sessions.say(subject, text),
    async opened(subject) {
      await until(() => (ready.has(subject) && sessions.isThere(subject) ? true : undefined))
    },
    settled: (id) =>
      until(() => {
        const delivery = store.find(id)
        return delivery === undefined || isOpen(delivery) ? undefined : delivery
      }),
    goAway() {
      isAway = true
      sessions.end('cut')
    },
    comeBack() {
      isAway = false
    },
    endSessions: () => sessions.end('close'),
    close() {
      isAway = true
      return sessions.close()
    },
  }
}

async function sha256Of(content: Content): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content.open(0)) hash.update(chunk)
  return hash.digest('hex')
}

/** What stands in place of the upgrade. */
function refusalText(error: unknown): string {
  const { status, code, message } =
    error instanceof ServiceRefusal ? error : { status: 500, code: 'internal', message: 'Something went wrong.' }
  const body = JSON.stringify({ error: code, message })
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
