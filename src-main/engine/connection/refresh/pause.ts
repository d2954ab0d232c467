import { EngineError } from '../../error'
import type { Clock } from '../../port'

/** Waits that a lock can end: each then rejects with `VAULT_LOCKED`. */
export class Pauses {
  private readonly endings = new Set<() => void>()
  private isEnded = false

  constructor(private readonly clock: Clock) {}

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.isEnded) return reject(new EngineError('VAULT_LOCKED'))
      const end = () => {
        cancel()
        reject(new EngineError('VAULT_LOCKED'))
      }
      const cancel = this.clock.after(milliseconds, () => {
        this.endings.delete(end)
        resolve()
      })
      this.endings.add(end)
    })
  }

  endAll(): void {
    this.isEnded = true
    for (const end of this.endings) end()
    this.endings.clear()
  }
}
