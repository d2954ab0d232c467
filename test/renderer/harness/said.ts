import type { ClientContext, ClientLink } from '@orpc/client'

/** A link that keeps every text of its answers: what a page shows of them is data, in whatever language it came. */
export function recorded<Link extends ClientLink<ClientContext>>(link: Link, said: Set<string>): Link {
  const note = (value: unknown): void => {
    if (typeof value === 'string') said.add(value)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) note(part)
  }
  return {
    ...link,
    async call(path, input, options) {
      const answer = await link.call(path, input, options)
      note(input)
      note(answer)
      return answer
    },
  }
}
