import type { ReceiverView } from '../../../src-shared/contract/inbox'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { deliveryWords } from '../../../src-shared/words/en/delivery'
import { EngineError } from '../error'
import type { VaultEvent } from '../vault/vault-event'
import { Deliveries, headersFor } from './deliveries'
import type { InboxParts } from './inbox-parts'
import { concernsRoute, type ReceiverRoute, receiverRoute } from './receiver-route'
import { retryWaitMs } from './retry-wait'
import { SessionLink } from './session-link'

/** A session that lived so long was a good one: whatever ends it, the next attempt is the first again. */
const LIVED_MS = 30_000
/** Between two looks at whether it is time: while the computer sleeps, only the wall clock goes on. */
const LOOK_EVERY_MS = 5_000
/** Of RFC 6455's private codes: the session's identity token has expired. */
const TOKEN_EXPIRED = 4401

type Route = Extract<ReceiverRoute, { kind: 'ready' }>
type Facts = Pick<ReceiverView, 'state'> & Partial<ReceiverView>

/**
 * Takes files from recipes: keeps one session at the session manager while the vault is open, the owner wants it, and there is a Passport
 * and a session manager to have it with. What happens to any of these is followed at once.
 */
export class Receiver {
  readonly deliveries: Deliveries
  private facts: Facts = { state: 'off' }
  private route: Route | undefined
  private link: SessionLink | undefined
  /** Attempts in a row that came to nothing. */
  private failures = 0
  /** In a row, without a session that lived: the token was refused, not the network. */
  private refusals = 0
  private cancelRetry: (() => void) | undefined
  /** Counts what makes an attempt under way pointless. */
  private round = 0
  private isStopped = false
  private following: Promise<void> = Promise.resolve()

  constructor(private readonly parts: InboxParts) {
    this.deliveries = new Deliveries(parts, (frame) => this.link?.say(frame))
  }

  get view(): ReceiverView {
    return { connectionId: null, account: null, retryAt: null, reason: null, ...this.facts }
  }

  start(): void {
    this.follow()
  }

  /** Told of every event of the vault. Never throws: the vault would be taken for damaged. */
  heard(event: VaultEvent): void {
    if (this.isStopped || !this.concerns(event)) return
    // After the command that it is part of.
    queueMicrotask(() => {
      if (this.isStopped) return
      try {
        if (event.kind === 'settings.changed') void this.deliveries.folderChanged()
        this.follow()
        if (event.kind === 'connection.refreshed' || event.kind === 'settings.changed') this.hurry()
      } catch (error) {
        this.parts.logger.error('the receiver could not follow a change', { reason: nameOf(error) })
      }
    })
  }

  /** Ends the session and what arrives, and resolves when nothing is written any more. What has arrived is continued next time. */
  async stop(): Promise<void> {
    this.isStopped = true
    this.leave()
    await this.following
    await this.deliveries.follow(undefined)
  }

  private concerns({ kind, record }: VaultEvent): boolean {
    if (kind === 'settings.changed') return true
    if (!kind.startsWith('connection.') || kind === 'connection.used' || kind === 'connection.refresh_started') return false
    return concernsRoute(this.parts.vault, record)
  }

  /** Does what settings and connections say now; nothing where that is what it does already. */
  private follow(): void {
    const { vault, receiving, settings } = this.parts
    const route = settings().receiving ? receiverRoute(vault, receiving.owner.subject) : undefined
    if (route?.kind === 'ready' && this.route !== undefined && isSame(route, this.route)) return
    const isReady = route?.kind === 'ready'
    const hadRoute = this.route !== undefined
    this.leave()
    this.route = isReady ? route : undefined
    this.failures = 0
    this.refusals = 0
    if (hadRoute || isReady) {
      // In turn: what is called off ends before anything is begun.
      const next = this.route
      this.following = this.following.then(() => this.deliveries.follow(next))
    }
    if (isReady) void this.connect()
    else this.become(route === undefined ? { state: 'off' } : viewOf(route))
  }

  private leave(): void {
    this.round++
    this.cancelRetry?.()
    this.cancelRetry = undefined
    this.link?.leave()
    this.link = undefined
  }

  /** What waits for its next attempt makes it now. */
  private hurry(): void {
    this.deliveries.hurry()
    if (this.cancelRetry === undefined) return
    this.leave()
    void this.connect()
  }

  /** Never rejects. */
  private async connect(): Promise<void> {
    const { route } = this
    if (route === undefined) return
    const round = ++this.round
    this.become({ state: 'connecting', ...identity(route) })
    try {
      await this.following
      const headers = await headersFor(this.parts, route)
      if (round === this.round) this.open(route, headers)
    } catch (error) {
      if (round !== this.round) return
      if (!(error instanceof EngineError)) this.parts.logger.error('no session could be begun', { reason: nameOf(error) })
      this.retryLater(error instanceof EngineError ? error.message : deliveryWords.unreachable)
    }
  }

  private open(route: Route, headers: Readonly<Record<string, string>>): void {
    const { clock, receiving } = this.parts
    // `http` becomes `ws`, and `https` becomes `wss`.
    const url = `${route.base.replace(/^http/, 'ws')}session`
    let welcomedAt: number | undefined
    const link = new SessionLink(
      clock,
      receiving.openSocket,
      { url, headers },
      {
        welcomed: () => {
          if (welcomedAt !== undefined) return
          welcomedAt = clock.monotonic()
          this.become({ state: 'receiving', ...identity(route) })
          this.deliveries.hurry()
        },
        announced: (announcement) => void this.deliveries.announced(announcement),
        unreadable: (id) => link.say({ type: 'refuse', id, code: 'UNREADABLE', message: deliveryWords.unreadable }),
        ended: (end) => {
          this.link = undefined
          if (welcomedAt !== undefined && clock.monotonic() - welcomedAt >= LIVED_MS) {
            this.failures = 0
            this.refusals = 0
          }
          void this.afterEnd(route, end, welcomedAt !== undefined)
        },
      },
    )
    this.link = link
  }

  private async afterEnd(
    { connectionId }: Route,
    { code, status, silent }: { code: number; status?: number; silent: boolean },
    wasWelcome: boolean,
  ): Promise<void> {
    const isRefused = code === TOKEN_EXPIRED || status === 401
    if (isRefused) {
      this.refusals++
      // A token that ended in the middle of a session is followed by the next one, without a wait.
      if (this.refusals === 1 && wasWelcome) return this.connect()
      // One that is refused although it should be good is renewed, once.
      if (this.refusals <= 2) await this.parts.renew(connectionId).catch(() => undefined)
      if (this.link !== undefined || this.isStopped || this.route?.connectionId !== connectionId) return
    }
    const { notWelcome, silent: hasGoneSilent, ended, unreachable } = deliveryWords
    this.retryLater(isRefused || status === 403 ? notWelcome : silent ? hasGoneSilent : wasWelcome ? ended : unreachable)
  }

  private retryLater(reason: string): void {
    const { route, parts } = this
    if (route === undefined || this.isStopped) return
    this.cancelRetry?.()
    this.failures++
    const wait = retryWaitMs(this.failures, parts.random())
    const at = { wall: parts.clock.now() + wait, steady: parts.clock.monotonic() + wait }
    this.become({ state: 'waiting', ...identity(route), retryAt: new Date(at.wall).toISOString(), reason })
    this.retryAt(at)
  }

  private retryAt(at: { wall: number; steady: number }): void {
    const { clock } = this.parts
    this.cancelRetry = clock.after(Math.min(LOOK_EVERY_MS, at.steady - clock.monotonic()), () => {
      if (clock.monotonic() < at.steady && clock.now() < at.wall) return this.retryAt(at)
      this.cancelRetry = undefined
      void this.connect()
    })
  }

  private become(facts: Facts): void {
    if (this.isStopped || JSON.stringify(facts) === JSON.stringify(this.facts)) return
    this.facts = facts
    const { receiving, publish } = this.parts
    publish({ event: { kind: 'receiver', receiver: this.view }, audience: { subject: receiving.owner.subject } })
  }
}

const isSame = (a: Route, b: Route): boolean =>
  a.connectionId === b.connectionId && a.serviceId === b.serviceId && a.base === b.base && a.round === b.round

const identity = ({ connectionId, account }: { connectionId: string; account: string }) => ({
  connectionId: connectionId as ConnectionId,
  account,
})

const viewOf = (route: Exclude<ReceiverRoute, Route>): Facts =>
  route.kind === 'no_service'
    ? { state: route.kind, ...identity(route) }
    : { state: route.kind, connectionId: route.connectionId as ConnectionId | null, account: route.account, reason: route.reason }

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
