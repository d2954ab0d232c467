const FIRST_MS = 1000
const MOST_MS = 60_000
/** Whatever a server asks for. */
const MOST_ASKED_MS = 10 * 60_000

/**
 * Milliseconds until the next attempt: exponential with full jitter, because a session manager that comes back must not find all
 * desktops at its door at once. See `backOffMs`, which is for providers and waits longer.
 * @param failures in a row, at least 1
 * @param random in [0, 1)
 */
export const retryWaitMs = (failures: number, random: number, retryAfterSeconds = 0): number =>
  Math.max(
    random * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20)),
    Math.min(retryAfterSeconds * 1000, MOST_ASKED_MS),
  )
