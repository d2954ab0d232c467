import type { PortId, ToPortOwner } from '../ports/port-host'

/** From a page's isolated world to the shell's process. */
export type FromPage =
  | { kind: 'port-joined'; kept: PortId; handed: PortId }
  | { kind: 'port-message'; from: PortId; data: unknown; ports: PortId[] }
  | { kind: 'port-closed'; id: PortId }
  | { kind: 'ipc'; channel: string; args: unknown[]; ports: PortId[] }
  /** Somebody used the page: a kind of `InputEvent`. */
  | { kind: 'input'; type: 'mouseDown' | 'keyDown' | 'mouseWheel' }
  | { kind: 'preload-failed'; message: string; stack: string }

/** From the shell's process to a page's isolated world. */
export type ToPage = ToPortOwner | { kind: 'ipc'; channel: string; args: unknown[]; ports: PortId[] }
