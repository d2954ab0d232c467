import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { standIn } from '../stand-in'

/** Seconds since somebody touched this computer, as a test has it. */
export const idle = { seconds: 0, screenLocked: false }

class PowerMonitorFace extends EventEmitter {
  readonly onBatteryPower = false

  getSystemIdleTime(): number {
    return idle.seconds
  }
  getSystemIdleState(threshold: number): 'active' | 'idle' | 'locked' | 'unknown' {
    if (idle.screenLocked) return 'locked'
    return idle.seconds >= threshold ? 'idle' : 'active'
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower
  }
}

export const powerMonitor = standIn<PowerMonitor>('powerMonitor')(new PowerMonitorFace())
