import { mayRestart } from '../lib/engine-restarts'
import type { Slice } from './connect-store'

/** `restarting`: it ended, and another one was asked for. `restarted`: that one answers. `stopped`: it ended too often. */
type EngineState = 'running' | 'restarting' | 'restarted' | 'stopped'

export interface EngineSlice {
  engine: EngineState
  /** The engine's process has ended: nothing that came from it stays, and another one is asked for. */
  engineEnded(): void
  engineAnswers(): void
}

/** Desktop only: under `serve` the page cannot start what it was loaded from. */
export const engineSlice: Slice<EngineSlice> = (set, get) => {
  let ends: readonly number[] = []
  return {
    engine: 'running',
    engineEnded() {
      get().dropData()
      ends = [...ends, Date.now()]
      const goOn = mayRestart(ends)
      set({ vault: 'unknown', engine: goOn ? 'restarting' : 'stopped' })
      // The first question asks for a port, and with it for an engine.
      if (goOn) void get().readVault()
    },
    engineAnswers() {
      if (get().engine !== 'running') set({ engine: 'restarted' })
    },
  }
}
