import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { runNodeWords as words } from '../../../src-shared/words/en/run-node'
import { hostNotAllowed } from './run-failure'

/**
 * A request that carries something goes to a host that its author wrote. What other nodes gave may be in the path and behind it,
 * and no further in front: else whoever writes a message in a channel could choose the host. Throws `HOST_NOT_ALLOWED`.
 */
export function checkWrittenHost({ kind, credential, params }: RecipeNode): void {
  const { url } = params
  if (kind !== 'http.request' || credential === undefined || typeof url !== 'string') return
  const template = url.indexOf('{{')
  if (template === -1) return
  const written = url.slice(0, template)
  if (!/^https?:\/\/[^/?#\\@]+[/?#]/i.test(written)) throw hostNotAllowed(words.builtHost)
}
