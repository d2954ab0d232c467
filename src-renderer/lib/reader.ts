/**
 * Reads things by key, one read of each at a time: what is asked for while it is being read is read once more afterwards, so that
 * the last answer is never older than the last change.
 */
export function createReader<Key>(read: (key: Key) => Promise<void>): (key: Key) => Promise<void> {
  const running = new Map<Key, { again: boolean; ended: Promise<void> }>()

  async function work(key: Key, state: { again: boolean }): Promise<void> {
    try {
      do {
        state.again = false
        await read(key)
      } while (state.again)
    } finally {
      running.delete(key)
    }
  }

  return (key) => {
    const known = running.get(key)
    if (known !== undefined) {
      known.again = true
      return known.ended
    }
    const state = { again: false, ended: Promise.resolve() }
    running.set(key, state)
    state.ended = work(key, state)
    return state.ended
  }
}
