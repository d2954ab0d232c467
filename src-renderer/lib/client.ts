import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import type { ServeClient } from '../../src-shared/contract'
import { type Problem, problemFrom } from './problem'

/**
 * The contract over a host's link. `onProblem` hears of every failed call, so that a lock or a lost session is noticed
 * wherever it shows first; the caller still gets the error.
 * The nouns that only `serve` has (`session`, `health`, `client`) must not be called where `host.session` is null.
 */
export function createClient(link: ClientLink<ClientContext>, onProblem: (problem: Problem) => void): ServeClient {
  return createORPCClient<ServeClient>({
    async call(path, input, options) {
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (options.signal?.aborted !== true) onProblem(problemFrom(error))
        throw error
      }
    },
  })
}
