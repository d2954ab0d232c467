import type { Settings } from '../../src-shared/contract/settings'
import { locksAt, type PresenceMoment, secondsUntilLock, strictestAutoLock } from '../../src-shared/domain/auto-lock'
import type { Clock } from '../engine/port'
import type { VaultWatcher } from './vault-watch'

/** A computer that slept runs no timers: when it wakes, it is looked at least this often whether time has passed meanwhile. */
const LOOK_MS = 15_000

type Moment = Exclude<PresenceMoment, { kind: 'away' }>

/**
 * Locks an open vault when nobody has been there for as long as its owner said. Whoever knows of a person says so with `present`;
 * silence counts as nobody, so that a shell that died keeps no vault open. Time passes by whichever clock says more: the monotonic
 * one may stand still while the computer sleeps, and the other one can be set back.
 */
export class AutoLock implements VaultWatcher {
  #rules: Pick<Settings, 'autoLockMinutes' | 'lockOnScreenLock' | 'lockOnSleep'> = strictestAutoLock
  #seen = { monotonic: 0, now: 0 }
  #isOpen = false
  /** What happened while the vault was being opened, which takes as long as a keychain asks its own person. */
  readonly #missed = new Set<Moment['kind']>()
  #stopLooking: (() => void) | undefined

  constructor(
    private readonly clock: Clock,
    private readonly lock: () => void,
  ) {}

  opening(): void {
    this.#missed.clear()
  }

  opened(): void {
    this.#isOpen = true
    this.#rules = strictestAutoLock
    this.#seen = this.#moment(0)
    this.#look()
  }

  closed(): void {
    this.#isOpen = false
    this.#stopLooking?.()
  }

  /** What the owner decided; holds until the vault is opened the next time. */
  follow(rules: Settings): void {
    this.#rules = rules
    const missed = [...this.#missed]
    this.#missed.clear()
    if (missed.some((kind) => locksAt(rules, { kind }))) this.lock()
    else this.#look()
  }

  /** Somebody was there that many seconds ago. What is known to be later stands. */
  present(secondsAgo = 0): void {
    const seen = this.#moment(secondsAgo)
    if (seen.monotonic > this.#seen.monotonic) this.#seen = seen
    this.#look()
  }

  happened(moment: Moment): void {
    if (!this.#isOpen) this.#missed.add(moment.kind)
    else if (locksAt(this.#rules, moment)) this.lock()
  }

  #look(): void {
    this.#stopLooking?.()
    if (!this.#isOpen) return
    const { monotonic, now } = this.#moment(0)
    const seconds = Math.max(monotonic - this.#seen.monotonic, now - this.#seen.now) / 1000
    const left = (secondsUntilLock(this.#rules) - seconds) * 1000
    if (locksAt(this.#rules, { kind: 'away', seconds })) this.lock()
    else if (left < Number.POSITIVE_INFINITY) this.#stopLooking = this.clock.after(Math.min(left, LOOK_MS), () => this.#look())
  }

  #moment(secondsAgo: number) {
    return { monotonic: this.clock.monotonic() - secondsAgo * 1000, now: this.clock.now() - secondsAgo * 1000 }
  }
}
