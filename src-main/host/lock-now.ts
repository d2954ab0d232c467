import type { Engine } from '../engine/engine'
import type { Logger } from '../engine/port'

/** Locks without anybody waiting for it. */
export function lockNow(engine: Pick<Engine, 'lock'>, logger: Logger): void {
  engine.lock().catch((error: unknown) => {
    // It is locked all the same: the keys ended with the session's thread. Something of its files did not close well.
    logger.error('the vault did not close cleanly', { name: error instanceof Error ? error.name : 'unknown' })
  })
}
