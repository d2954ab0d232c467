import { createORPCClient } from '@orpc/client'
import type { ServeClient } from '../../src-shared/contract'
import type { Host } from './host'
import type { OwnCommands } from './own-commands'
import { type Problem, problemFrom } from './problem'

/**
 * The contract over a host. `onProblem` hears of every failed call, so that a lock or a lost session is noticed
 * wherever it shows first; the caller still gets the error. What is said to a session that was left meanwhile is not passed on.
 * The nouns that only `serve` has (`session` and `health`) must not be called where `host.session` is null.
 */
export function createClient(
  { link, session }: Host,
  ownCommands: OwnCommands,
  onProblem: (problem: Problem) => void,
): ServeClient {
  return createORPCClient<ServeClient>({
    async call(path, input, options) {
      const asked = session?.token()
      const ended = ownCommands.begin(path, input)
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (options.signal?.aborted !== true && session?.token() === asked) onProblem(problemFrom(error))
        throw error
      } finally {
        ended()
      }
    },
  })
}
