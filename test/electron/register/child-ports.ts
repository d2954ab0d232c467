import type { PortHost, PortId, PortSink, ToPortOwner, Waiting } from '../ports/port-host'
import type { FromChild } from './child-message'

/** The ends of channels in a utility process: what arrives before somebody holds an end waits for them. */
export class ChildPorts implements PortHost {
  private readonly sinks = new Map<PortId, PortSink>()
  private readonly early = new Map<PortId, Waiting[]>()

  constructor(private readonly send: (message: FromChild) => void) {}

  attach(id: PortId, sink: PortSink): void {
    this.sinks.set(id, sink)
    for (const item of this.early.get(id) ?? []) sink.push(item)
    this.early.delete(id)
  }

  detach(id: PortId): void {
    this.sinks.delete(id)
  }

  post(from: PortId, data: unknown, moved: Extract<FromChild, { kind: 'port-message' }>['moved']): void {
    this.send({ kind: 'port-message', from, data, moved })
  }

  close(id: PortId): void {
    this.sinks.delete(id)
    this.send({ kind: 'port-closed', id })
  }

  receive(message: ToPortOwner): void {
    const item: Waiting = message.kind === 'port-closed' ? 'closed' : { data: message.data, ports: message.ports }
    const sink = this.sinks.get(message.to)
    if (sink) sink.push(item)
    else this.early.set(message.to, [...(this.early.get(message.to) ?? []), item])
  }
}
