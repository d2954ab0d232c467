import type { MovedPort, PortHost, PortId, PortSink, ToPortOwner, Waiting } from './port-host'

/** A page or a child process that holds ends. */
export interface PortOwner {
  send(message: ToPortOwner): void
}

interface End {
  id: PortId
  peer: PortId
  /** `null`: the shell itself. */
  owner: PortOwner | null
  sink: PortSink | undefined
  waiting: Waiting[]
}

/** Every end of every channel, and who holds it. It lives in the shell's process, as Electron's browser process does for mojo. */
export class PortHub implements PortHost {
  private readonly ends = new Map<PortId, End>()
  private made = 0

  /** Both ends are the shell's until they are given away. */
  pair(): [PortId, PortId] {
    const n = ++this.made
    const pair: [PortId, PortId] = [`shell-${n}a`, `shell-${n}b`]
    this.join(pair[0], null, pair[1])
    return pair
  }

  /** A page hands out a port: it keeps `kept`, and `handed` is on its way to the shell. */
  join(kept: PortId, owner: PortOwner | null, handed: PortId): void {
    this.ends.set(kept, { id: kept, peer: handed, owner, sink: undefined, waiting: [] })
    this.ends.set(handed, { id: handed, peer: kept, owner: null, sink: undefined, waiting: [] })
  }

  attach(id: PortId, sink: PortSink): void {
    const end = this.ends.get(id) ?? deadEnd(id)
    end.sink = sink
    for (const item of end.waiting.splice(0)) this.pass(end, item)
  }

  detach(id: PortId): void {
    const end = this.ends.get(id)
    if (end) end.sink = undefined
  }

  post(from: PortId, data: unknown, moved: MovedPort[]): void {
    const peer = this.ends.get(this.ends.get(from)?.peer ?? '')
    if (peer) this.deliver(peer, data, moved)
  }

  /**
   * Hands ends to another owner.
   * @returns their names, to be announced there, and what to call after that: it sends what waited at them
   */
  give(moved: readonly MovedPort[], owner: PortOwner | null): { ids: PortId[]; flush(): void } {
    const later = moved.map(({ id, queued }) => {
      const end = this.ends.get(id) ?? deadEnd(id, queued)
      this.ends.set(id, end)
      end.owner = owner
      const items = [...queued, ...end.waiting.splice(0)]
      return () => {
        for (const item of items) this.pass(end, item)
      }
    })
    return {
      ids: moved.map(({ id }) => id),
      flush: () => {
        for (const send of later) send()
      },
    }
  }

  close(id: PortId): void {
    const end = this.ends.get(id)
    if (!end) return
    this.ends.delete(id)
    const peer = this.ends.get(end.peer)
    if (!peer) return
    this.pass(peer, 'closed')
  }

  /** A page or a process is gone, and its ends with it. */
  dropOwner(owner: PortOwner): void {
    for (const end of [...this.ends.values()]) if (end.owner === owner) this.close(end.id)
  }

  /** Ends that are still open, for tests that look for what was left behind. */
  get size(): number {
    return this.ends.size
  }

  private deliver(to: End, data: unknown, moved: readonly MovedPort[]): void {
    const { ids, flush } = this.give(moved, to.owner)
    this.pass(to, { data, ports: ids })
    flush()
  }

  private pass(to: End, item: Waiting): void {
    // A dead end that nobody holds yet is kept until somebody does, who must hear of its death.
    const heard = to.owner !== null || to.sink !== undefined
    if (item === 'closed' && heard) this.ends.delete(to.id)
    if (to.owner === null) {
      if (to.sink) to.sink.push(item)
      else to.waiting.push(item)
    } else if (item === 'closed') to.owner.send({ kind: 'port-closed', to: to.id })
    else {
      const { ids, flush } = this.give(
        item.ports.map((id) => ({ id, queued: [] })),
        to.owner,
      )
      to.owner.send({ kind: 'port-message', to: to.id, data: item.data, ports: ids })
      flush()
    }
  }
}

/** An end whose other end has closed, and of which nobody was told so far unless that waits among `queued`. */
function deadEnd(id: PortId, queued: readonly Waiting[] = []): End {
  return { id, peer: '', owner: null, sink: undefined, waiting: queued.includes('closed') ? [] : ['closed'] }
}
