import { genericFieldWords } from '../../../../src-shared/words/en/generic-fields'
import { invalidInput } from '../../error'
import { isSafeEndpoint } from '../../oauth/endpoint-url'

const MOST = 20

/** The values of a field of the kind `list`: separated by spaces or commas, each once. */
export const listOf = (value = ''): string[] => [...new Set(value.split(/[\s,]+/).filter((item) => item !== ''))]

/**
 * Origins that a person lets a secret be sent to, each as URLs are compared by: lower case, without a default port.
 * Throws `INVALID_INPUT` naming the field for what has more than an origin, or is neither encrypted nor on this machine.
 */
export function originList(value: string | undefined, field: string): string[] {
  const items = listOf(value)
  if (items.length === 0) throw invalidInput(field, genericFieldWords.mustBeThere)
  if (items.length > MOST) throw invalidInput(field, genericFieldWords.mustBeMost(MOST))
  return [...new Set(items.map((item) => originOf(item, field)))]
}

function originOf(item: string, field: string): string {
  const problem = genericFieldWords.mustBeOriginsLike
  // With the user name before an @ checked too: it would decide who is spoken to for a reader, not for a machine.
  if (!isSafeEndpoint(item, { allowLoopback: true })) throw invalidInput(field, problem)
  const { origin, pathname, search } = new URL(item)
  if (pathname !== '/' || search !== '' || item.includes('?')) throw invalidInput(field, problem)
  return origin
}
