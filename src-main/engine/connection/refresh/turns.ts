/** Begun at once for each provider: as many as the gate lets through to it. */
const AT_ONCE = 5

interface Queue {
  waiting: Set<string>
  running: number
}

/** Connections that wait for their turn, by provider: a slow one keeps nobody waiting but its own. In the order they came. */
export class Turns {
  private readonly queues = new Map<string, Queue>()

  /**
   * @param begin what a turn is for, by provider and connection. Undefined where there is nothing to do (any more); what it
   * answers otherwise never rejects.
   */
  constructor(private readonly begin: (lane: string, id: string) => Promise<void> | undefined) {}

  add(lane: string, id: string): void {
    const queue = this.queues.get(lane) ?? { waiting: new Set(), running: 0 }
    this.queues.set(lane, queue)
    queue.waiting.add(id)
  }

  /** Begins what may begin now; the rest as those end. */
  start(): void {
    for (const [lane, queue] of this.queues) this.next(lane, queue)
  }

  clear(): void {
    for (const { waiting } of this.queues.values()) waiting.clear()
  }

  private next(lane: string, queue: Queue): void {
    for (const id of queue.waiting) {
      if (queue.running >= AT_ONCE) return
      queue.waiting.delete(id)
      const turn = this.begin(lane, id)
      if (!turn) continue
      queue.running++
      void turn.finally(() => {
        queue.running--
        this.next(lane, queue)
      })
    }
  }
}
