import type { Duplex } from 'node:stream'

/**
 * Ends a stream when whoever reads it throws at what it says: thrown in an event, that would end the program.
 * @param onEnd told that it came to that
 */
export function endOnThrow(stream: Duplex, onEnd: () => void): void {
  const emit = stream.emit.bind(stream)
  stream.emit = (name: string | symbol, ...args: unknown[]) => {
    try {
      return emit(name, ...args)
    } catch {
      // It could not be read, whatever the reason: nothing of it is believed, and nothing more is read.
      stream.removeAllListeners('readable').destroy()
      onEnd()
      return true
    }
  }
}
