/** Commands on one connection whose outcome may be that it is found broken. Reading one never is. */
const commands: ReadonlySet<string> = new Set(['test', 'diagnose', 'rename', 'remove', 'replaceFields'])

/** An event may come a little after the answer: they travel apart. */
const lingerMs = 2000

export interface OwnCommands {
  /** Notes a call while it lasts, where it is such a command. Answers what to call when it has ended. */
  begin(path: readonly string[], input: unknown): () => void
  /** Whether this tab has just asked something of the connection, so that what became of it is shown where it asked. */
  touched(id: string): boolean
}

export function createOwnCommands(now: () => number = Date.now): OwnCommands {
  /** Until when each connection counts as touched. */
  const until = new Map<string, number>()
  return {
    begin([noun, verb], input) {
      const id = typeof input === 'object' && input !== null ? (input as { id?: unknown }).id : undefined
      if (noun !== 'connection' || verb === undefined || !commands.has(verb) || typeof id !== 'string') return () => undefined
      until.set(id, Number.POSITIVE_INFINITY)
      return () => {
        const at = now()
        for (const [other, end] of until) if (end < at) until.delete(other)
        until.set(id, at + lingerMs)
      }
    },
    touched: (id) => (until.get(id) ?? Number.NEGATIVE_INFINITY) >= now(),
  }
}
