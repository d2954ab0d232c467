import { ORPCError } from '@orpc/client'
import type { FakeLink } from '../../fakes/client'

export interface Recorded extends FakeLink {
  /** Every text of its answers and events: what a page shows of them is data, in whatever language it came. */
  readonly said: ReadonlySet<string>
  /** How many calls have yet to be answered; those that are held never will be. */
  readonly open: number
}

/** A link that keeps what it said, so that the page's own words can be told from data. */
export function recorded(link: FakeLink): Recorded {
  const said = new Set<string>()
  let open = 0
  let held = false
  const note = (value: unknown): void => {
    if (typeof value === 'string') said.add(value)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) note(part)
  }
  return {
    ...link,
    said,
    get open() {
      return held ? 0 : open
    },
    hold() {
      held = true
      link.hold()
    },
    emit(event) {
      note(event)
      link.emit(event)
    },
    async call(path, input, options) {
      open += 1
      try {
        const answer = await link.call(path, input, options)
        note(input)
        note(answer)
        return answer
      } catch (error) {
        if (error instanceof ORPCError) note([error.message, error.data])
        throw error
      } finally {
        open -= 1
      }
    },
  }
}
