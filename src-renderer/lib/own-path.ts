import { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import { ConnectionId, RecipeId, RunId } from '../../src-shared/domain/identifiers'
import { paths } from './paths'

const places: ReadonlySet<string> = new Set([
  paths.directory,
  paths.connections(),
  paths.attention,
  paths.recipes,
  paths.runs(),
  paths.grants,
  paths.inbox,
  paths.audit(),
  paths.settings,
  paths.recovery,
  paths.keyHealth,
])

/**
 * Whether a path that came from outside the page (a deep link, a menu, a notification) is exactly one of the application's own.
 * What is not is not repaired: no host, no query, no dots, nothing encoded.
 */
export function isOwnPath(path: string): boolean {
  const [place = '', section, ...more] = path.split('#')
  if (more.length > 0) return false
  if (section !== undefined) return place === paths.settings && /^[a-z-]{1,40}$/.test(section)
  if (places.has(place)) return true
  const [, connect, first = '', second, ...deeper] = place.split('/')
  if (`/${connect}` === paths.recipes && second === undefined) return place.startsWith('/') && RecipeId.safeParse(first).success
  if (`/${connect}` === paths.runs() && second === undefined) return place.startsWith('/') && RunId.safeParse(first).success
  if (`/${connect}` !== paths.directory || !place.startsWith('/') || deeper.length > 0) return false
  if (second !== undefined) return first === 'provider' && CredentialTypeKey.safeParse(second).success
  return ConnectionId.safeParse(first).success
}
