import { deliveryWords } from '../../../src-shared/words/en/delivery'
import { EngineError } from '../error'
import { FolderFailure } from '../port'
import { noteAnnounced, noteOutcome } from './inbox-commands'
import type { InboxParts } from './inbox-parts'
import { type InboxRow, inboxRow, type Progress, rawRow, toDeliveryView, unfinishedRows } from './inbox-row'
import { partName } from './part'
import { receiveDelivery } from './receive-delivery'
import type { ReceiverRoute } from './receiver-route'
import { Refusal, refusal } from './refusal'
import { retryWaitMs } from './retry-wait'
import type { Announcement, SaidFrame } from './session-frame'
import { Wait } from './wait'

/** Files that arrive side by side: one that is interrupted again and again does not hold up all others. */
const AT_ONCE = 2
/** Between two reports of how far a file is. */
const REPORT_EVERY_MS = 250
const MIB = 1024 * 1024

type Route = Extract<ReceiverRoute, { kind: 'ready' }>

/** One that arrives now. */
class Arriving {
  readonly controller = new AbortController()
  readonly wait: Wait
  reason: Progress['reason'] = null
  reportedAt = Number.NEGATIVE_INFINITY
  /** It was called off, and is wanted again. */
  isWantedAgain = false
  done: Promise<void> = Promise.resolve()

  constructor(
    readonly id: string,
    clock: InboxParts['clock'],
  ) {
    this.wait = new Wait(clock)
  }
}

/** What has been announced and is not here yet: brings each file in, a few at a time, and answers for it. */
export class Deliveries {
  private readonly arriving = new Map<string, Arriving>()
  private queue: string[] = []
  /** Bytes that have arrived, of what has not arrived whole. */
  private readonly sizes = new Map<string, number>()
  /** Not to be begun, because they are being removed. */
  private readonly held = new Set<string>()
  private route: Route | undefined
  private folder: string

  constructor(
    private readonly parts: InboxParts,
    /** Says something in the session, if there is one. What is not heard is announced again in the next. */
    private readonly say: (frame: SaidFrame) => void,
  ) {
    this.folder = this.chosenFolder
  }

  /** From where files are fetched from now on; undefined: from nowhere. What arrives from elsewhere is called off. */
  async follow(route: Route | undefined): Promise<void> {
    this.route = route
    await this.callOff()
  }

  /** Never rejects. */
  async announced(announcement: Announcement): Promise<void> {
    const { route } = this
    if (route === undefined) return
    try {
      const before = await noteAnnounced(this.parts, announcement, route.connectionId)
      this.answer(before)
    } catch (error) {
      // The vault is being locked, or takes nothing more: it is announced again in the next session.
      this.logUnlessLocked('an announced file could not be written down', error)
    }
  }

  /** What waits for its next attempt makes it now. */
  hurry(): void {
    for (const { wait } of this.arriving.values()) wait.wake()
  }

  progressOf(id: string): Progress {
    const received = this.sizes.get(id) ?? 0
    const arriving = this.arriving.get(id)
    if (arriving !== undefined && !arriving.controller.signal.aborted)
      return { received, reason: arriving.reason, state: arriving.reason === null ? 'receiving' : 'waiting' }
    const reason = this.queue.includes(id)
      ? { code: 'WAITING_FOR_TURN', message: deliveryWords.waitingForTurn }
      : { code: 'NOT_CONNECTED', message: deliveryWords.waitingForSession }
    return { received, reason, state: 'waiting' }
  }

  /** Runs `work` while nothing of this delivery arrives. */
  async without<T>(id: string, work: () => Promise<T>): Promise<T> {
    this.held.add(id)
    try {
      this.queue = this.queue.filter((queued) => queued !== id)
      await this.stop(id)
      return await work()
    } finally {
      this.held.delete(id)
    }
  }

  /** The owner chose another folder: what has not arrived arrives there, and nothing of it stays behind. Never rejects. */
  async folderChanged(): Promise<void> {
    const before = this.folder
    this.folder = this.chosenFolder
    if (before === this.folder) return
    const interrupted = [...this.arriving.keys(), ...this.queue]
    await this.callOff()
    try {
      for (const { id } of unfinishedRows(this.parts.vault)) await this.discardPart(id, before)
    } catch (error) {
      this.logUnlessLocked('what had arrived in the former folder could not be taken away', error)
    }
    for (const id of interrupted) this.begin(id)
  }

  /** Takes away what has arrived of a file. Rejects with `FolderFailure`. */
  async discardPart(id: string, from: string = this.folder): Promise<void> {
    this.sizes.delete(id)
    const folder = await this.parts.receiving.folders.find(from)
    await folder?.remove(partName(id))
  }

  async callOff(): Promise<void> {
    this.queue = []
    await Promise.all([...this.arriving.keys()].map((id) => this.stop(id)))
  }

  private get chosenFolder(): string {
    return this.parts.settings().receiveFolder ?? this.parts.receiving.usualFolder
  }

  /** What was told before and not heard is told again; what is still to come is begun. */
  private answer({ id, announcementId, state, reason, isRemoved }: InboxRow): void {
    if (state === 'received') this.say({ type: 'acknowledge', id: announcementId })
    else if (state === 'refused' && reason !== null) this.say({ type: 'refuse', id: announcementId, ...reason })
    else if (isRemoved) this.say({ type: 'refuse', id: announcementId, code: 'REMOVED', message: deliveryWords.removed })
    else this.begin(id)
  }

  private begin(id: string): void {
    if (this.route === undefined || this.held.has(id) || this.queue.includes(id)) return
    const arriving = this.arriving.get(id)
    if (arriving === undefined) {
      this.queue.push(id)
      this.startNext()
      if (this.queue.includes(id)) this.report(id)
    } else if (arriving.controller.signal.aborted) arriving.isWantedAgain = true
    else arriving.wait.wake()
  }

  private startNext(): void {
    while (this.arriving.size < AT_ONCE) {
      const id = this.queue.shift()
      if (id === undefined || this.route === undefined) return
      const arriving = new Arriving(id, this.parts.clock)
      this.arriving.set(id, arriving)
      arriving.done = this.bring(arriving, this.route)
    }
  }

  private async stop(id: string): Promise<void> {
    const arriving = this.arriving.get(id)
    arriving?.controller.abort()
    await arriving?.done
  }

  /** Never rejects. */
  private async bring(arriving: Arriving, route: Route): Promise<void> {
    const { id } = arriving
    const { signal } = arriving.controller
    try {
      this.report(id)
      const row = await this.untilItEnds(arriving, route)
      this.sizes.delete(id)
      this.answer(row)
    } catch (error) {
      if (!signal.aborted) this.logUnlessLocked('a file could not be received', error)
    }
    this.arriving.delete(id)
    this.report(id)
    if (arriving.isWantedAgain) this.begin(id)
    this.startNext()
  }

  /** Until it is here, or refused. A folder that cannot be used is tried again. */
  private async untilItEnds(arriving: Arriving, route: Route): Promise<InboxRow> {
    const { vault } = this.parts
    for (let failures = 1; ; failures++) {
      const row = inboxRow(vault, arriving.id)
      if (row?.state !== 'receiving' || row.isRemoved) return row as InboxRow
      try {
        return await this.receive(arriving, row, route)
      } catch (error) {
        if (error instanceof Refusal) {
          return await noteOutcome({ vault }, { kind: 'inbox.refused', record: row.id, data: error.reason })
        }
        if (!(error instanceof FolderFailure)) throw error
      }
      await this.pause(arriving, { code: 'FOLDER_NOT_USABLE', message: deliveryWords.folderNotUsable }, failures)
    }
  }

  private async receive(arriving: Arriving, row: InboxRow, { base, connectionId, serviceId }: Route): Promise<InboxRow> {
    const { parts } = this
    const limit = parts.settings().receiveLimitMiB
    if (row.size > limit * MIB) {
      await this.discardPart(row.id)
      throw refusal('TOO_LARGE', deliveryWords.tooLarge(limit))
    }
    const interrupted = { code: 'INTERRUPTED', message: deliveryWords.interrupted }
    return receiveDelivery({
      ...parts,
      row,
      folder: this.folder,
      url: `${base}deliveries/${row.announcementId}/content`,
      headers: () => headersFor(parts, { base, connectionId, serviceId }),
      signal: arriving.controller.signal,
      moved: (received) => this.moved(arriving, received),
      wait: (failures, retryAfterSeconds) => this.pause(arriving, interrupted, failures, retryAfterSeconds),
      unauthorized: () => parts.renew(connectionId).catch(() => undefined),
    })
  }

  private async pause(
    arriving: Arriving,
    reason: NonNullable<Progress['reason']>,
    failures: number,
    retryAfterSeconds = 0,
  ): Promise<void> {
    arriving.reason = reason
    this.report(arriving.id)
    const wait = retryWaitMs(failures, this.parts.random(), retryAfterSeconds)
    await arriving.wait.pass(wait, arriving.controller.signal)
    arriving.reason = null
    this.report(arriving.id)
  }

  private moved(arriving: Arriving, received: number): void {
    this.sizes.set(arriving.id, received)
    const now = this.parts.clock.monotonic()
    if (now - arriving.reportedAt < REPORT_EVERY_MS) return
    arriving.reportedAt = now
    this.report(arriving.id)
  }

  private report(id: string): void {
    try {
      const row = rawRow(this.parts.vault, id)
      if (row === undefined || row.removed_at !== null) return
      const delivery = toDeliveryView(row, this.progressOf(id))
      this.parts.publish({ event: { kind: 'delivery', delivery }, audience: { subject: this.parts.receiving.owner.subject } })
    } catch (error) {
      this.logUnlessLocked('how far a file is could not be told', error)
    }
  }

  private logUnlessLocked(message: string, error: unknown): void {
    if (error instanceof EngineError && error.code === 'VAULT_LOCKED') return
    this.parts.logger.error(message, { reason: error instanceof EngineError ? error.code : nameOf(error) })
  }
}

/**
 * The Passport's token for a request to the session manager; `CONNECTION_NOT_ACTIVE` where the managed connection does not say that
 * its requests go there.
 */
export async function headersFor(
  { resolve }: Pick<InboxParts, 'resolve'>,
  { base, connectionId, serviceId }: Pick<Route, 'base' | 'connectionId' | 'serviceId'>,
): Promise<Readonly<Record<string, string>>> {
  const [passport, service] = [await resolve(connectionId), await resolve(serviceId)]
  if (!service.origins.includes(new URL(base).origin)) throw new EngineError('CONNECTION_NOT_ACTIVE', { connectionId: serviceId })
  return passport.headers
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
