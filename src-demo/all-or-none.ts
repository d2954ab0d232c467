interface Part {
  close(): Promise<void>
}

/** Notes what was started, so that it is ended with the rest. */
export type Track = <Started extends Part>(part: Started) => Started

/**
 * Starts several parts as one. When any of them fails, those that run already are ended before this rejects. `close` ends them
 * newest first; closing twice is fine.
 */
export async function allOrNone<Whole extends object>(start: (track: Track) => Promise<Whole>): Promise<Whole & Part> {
  const running: Part[] = []
  const close = async () => {
    for (let part = running.pop(); part !== undefined; part = running.pop()) await part.close()
  }
  try {
    const whole = await start((part) => {
      running.push(part)
      return part
    })
    return { ...whole, close }
  } catch (error) {
    await close()
    throw error
  }
}
