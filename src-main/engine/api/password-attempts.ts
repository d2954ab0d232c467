import { EngineError } from '../error'

const WINDOW_MS = 60_000
const LIMIT = 10

/**
 * At most ten wrong passwords a minute. An attempt is reserved before the password is tried, so that parallel ones cannot
 * slip past the limit together, and is given back unless the password was wrong. While limited a right password is refused too.
 */
export class PasswordAttempts {
  #wrong: number[] = []
  #underway = 0

  constructor(private readonly monotonic: () => number) {}

  /** Runs `attempt`. Throws `TOO_MANY_ATTEMPTS` with the seconds to wait, without running it, when the minute is used up. */
  async run<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const now = this.monotonic()
    this.#wrong = this.#wrong.filter((at) => now - at < WINDOW_MS)
    if (this.#wrong.length + this.#underway >= LIMIT) {
      const waitMs = this.#wrong[0] === undefined ? 0 : this.#wrong[0] + WINDOW_MS - now
      throw new EngineError('TOO_MANY_ATTEMPTS', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) })
    }
    this.#underway += 1
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof EngineError && (error.code === 'WRONG_PASSWORD' || error.code === 'WRONG_RECOVERY_CODE'))
        this.#wrong.push(this.monotonic())
      throw error
    } finally {
      this.#underway -= 1
    }
  }
}
