import type { MovedPort, PortId, ToPortOwner } from '../ports/port-host'

/** From the shell to a utility process. */
export type ToChild = ToPortOwner | { kind: 'from-parent'; data: unknown; ports: PortId[] }

/** From a utility process to the shell. */
export type FromChild =
  | { kind: 'to-parent'; data: unknown }
  | { kind: 'port-message'; from: PortId; data: unknown; moved: MovedPort[] }
  | { kind: 'port-closed'; id: PortId }
