import type { ChangeEvent } from '../../src-shared/contract/event'

interface FakeStream {
  open(): AsyncGenerator<ChangeEvent>
  emit(event: ChangeEvent): void
}

/** The event stream of the fake client: begins with `ready`, then gives what is emitted. */
export function createFakeStream(): FakeStream {
  const readers = new Set<(event: ChangeEvent) => void>()
  return {
    emit(event) {
      for (const read of readers) read(event)
    },
    async *open() {
      const waiting: ChangeEvent[] = [{ kind: 'ready' }]
      let wake = () => {}
      const read = (event: ChangeEvent) => {
        waiting.push(event)
        wake()
      }
      readers.add(read)
      try {
        for (;;) {
          const next = waiting.shift()
          if (next !== undefined) yield next
          else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
      } finally {
        readers.delete(read)
      }
    },
  }
}
