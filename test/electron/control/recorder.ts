import type { PortId } from '../ports/port-host'

/** Something that the shell itself received or sent, beside the ports that it only passes on. */
export interface Passed {
  way: 'page-to-shell' | 'shell-to-page' | 'engine-to-shell' | 'shell-to-engine'
  /** An ipc channel; of the engine's process there is one way only. */
  channel: string
  data: unknown
  /** How many ports came along. */
  ports: number
}

/** Keeps what went through the shell, so that a test can say what never did. */
export class Recorder {
  readonly passed: Passed[] = []
  /** Ports that the shell read, which it should leave to others. */
  readonly read: PortId[] = []

  note(way: Passed['way'], channel: string, data: unknown, ports: number): void {
    this.passed.push({ way, channel, data, ports })
  }
}
