import type { Clock } from '../engine/port'

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }
