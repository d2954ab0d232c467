import type { Clock, OpenSocket, Socket } from '../port'
import { type Announcement, readFrame, type SaidFrame } from './session-frame'

/** Between two looks at whether the other side is still there. */
const TICK_MS = 10_000
/** Of silence, after which it is not (docs/neurocad-services.md). */
const SILENCE_MS = 30_000
/** How long it may take to answer once this computer has slept, when what was open is most likely gone. */
const AFTER_SLEEP_MS = 5_000
/** So much more wall-clock time than monotonic time is a sleep, or a clock that was set: to ask is right after both. */
const SLEPT_MS = 15_000

export interface LinkListener {
  welcomed(): void
  announced(announcement: Announcement): void
  unreadable(id: string): void
  /** Once. `code` as of RFC 6455, `status` of an upgrade that was refused; `silent`: nobody answered any more. */
  ended(end: { code: number; status?: number; silent: boolean }): void
}

/** One session at the session manager: says what it hears, and notices when nobody is there any more. */
export class SessionLink {
  private readonly socket: Socket
  private heardAt: number
  private tickedAt: { wall: number; steady: number }
  private hasEnded = false
  private isSilent = false
  private cancelTick = () => {}

  constructor(
    private readonly clock: Clock,
    openSocket: OpenSocket,
    to: { url: string; headers: Readonly<Record<string, string>> },
    private readonly listener: LinkListener,
  ) {
    this.heardAt = clock.monotonic()
    this.tickedAt = { wall: clock.now(), steady: clock.monotonic() }
    this.tickAfter(TICK_MS)
    this.socket = openSocket(to.url, to.headers, {
      heard: (text) => this.hear(text),
      closed: (end) => this.end(end),
    })
  }

  say(frame: SaidFrame): void {
    if (!this.hasEnded) this.socket.send(JSON.stringify(frame))
  }

  /** Nothing is heard of it any more, not even its end. */
  leave(): void {
    this.hasEnded = true
    this.cancelTick()
    this.socket.close()
  }

  private hear(text: string): void {
    if (this.hasEnded) return
    this.heardAt = this.clock.monotonic()
    const frame = readFrame(text)
    if (frame.type === 'welcome') this.listener.welcomed()
    else if (frame.type === 'ping') this.say({ type: 'pong' })
    else if (frame.type === 'delivery') this.listener.announced(frame.announcement)
    else if (frame.type === 'unreadable' && frame.id !== undefined) this.listener.unreadable(frame.id)
  }

  private end(end: { code: number; status?: number }): void {
    if (this.hasEnded) return
    this.hasEnded = true
    this.cancelTick()
    this.listener.ended({ ...end, silent: this.isSilent })
  }

  private tickAfter(milliseconds: number): void {
    this.cancelTick = this.clock.after(milliseconds, () => this.tick())
  }

  private tick(): void {
    const { clock, tickedAt } = this
    const now = { wall: clock.now(), steady: clock.monotonic() }
    const slept = now.wall - tickedAt.wall - (now.steady - tickedAt.steady) > SLEPT_MS
    this.tickedAt = now
    if (slept) this.heardAt = Math.min(this.heardAt, now.steady - SILENCE_MS + AFTER_SLEEP_MS)
    const left = this.heardAt + SILENCE_MS - now.steady
    if (left > 0) {
      this.say({ type: 'ping' })
      this.tickAfter(Math.min(left, TICK_MS))
    } else this.giveUp()
  }

  /** Whoever does not answer does not close either. */
  private giveUp(): void {
    this.isSilent = true
    this.end({ code: 1006 })
    this.socket.close()
  }
}
