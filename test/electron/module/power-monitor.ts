import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { standIn } from '../stand-in'

/** Seconds since somebody touched this computer, as a test has it. */
export const idle = { seconds: 0 }

class PowerMonitorFace extends EventEmitter {
  getSystemIdleTime(): number {
    return idle.seconds
  }
}

export const powerMonitor = standIn<PowerMonitor>('powerMonitor')(new PowerMonitorFace())
