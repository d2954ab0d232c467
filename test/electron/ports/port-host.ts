/** One end of a channel, by a name that is never used twice. It keeps its name wherever it travels. */
export type PortId = string

/** A message that waits at an end; `ports` travel with it. */
export interface PortItem {
  data: unknown
  ports: PortId[]
}

/** What waits at an end: messages, and at last that the other end closed. */
export type Waiting = PortItem | 'closed'

/** An end on its way to another process, with what waits at it. */
export interface MovedPort {
  id: PortId
  queued: Waiting[]
}

/** What an end is told from outside. */
export interface PortSink {
  push(item: Waiting): void
}

/** Where the ends of one process are known: the hub itself in the shell, a relay to it elsewhere. */
export interface PortHost {
  attach(id: PortId, sink: PortSink): void
  detach(id: PortId): void
  post(from: PortId, data: unknown, moved: MovedPort[]): void
  close(id: PortId): void
}

/** What the hub says to another process about an end that lives there. */
export type ToPortOwner =
  | { kind: 'port-message'; to: PortId; data: unknown; ports: PortId[] }
  | { kind: 'port-closed'; to: PortId }
