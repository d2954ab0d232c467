import { CredentialTypeKey } from './credential-type'

export const deepLinkScheme = 'neurocad'

/** Bytes; links are ASCII. Longer than any provider's answer, and short enough to be looked at whole. */
const longest = 8192

/** What a `neurocad://` link asks for. */
export type DeepLink =
  /** A provider's answer to a waiting authorization: `query` is its query string without the question mark. */
  | { kind: 'callback'; type: CredentialTypeKey; query: string }
  /** One of the application's own pages. */
  | { kind: 'open'; path: string }

/** The characters of a query (RFC 3986, section 3.4), which are neither quotes, spaces, line ends nor a fragment's mark. */
const query = "(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})+"
const callback = new RegExp(`^oauth/callback/([A-Za-z0-9_]+)\\?(${query})$`)
const connect = /^connect(?:\/|\/([A-Za-z0-9_]+))?$/

/**
 * What a link asks for; undefined for whatever is not, letter for letter, one of the links there are. A link comes from anybody: it
 * is data for something that waits, and never an address to load.
 */
export function parseDeepLink(text: string): DeepLink | undefined {
  const start = `${deepLinkScheme}://`
  if (text.length > longest || !text.startsWith(start)) return undefined
  const rest = text.slice(start.length)
  return asCallback(rest) ?? asPage(rest)
}

function asCallback(rest: string): DeepLink | undefined {
  const [, typeText, answer] = callback.exec(rest) ?? []
  const type = CredentialTypeKey.safeParse(typeText).data
  // A provider's sentence may hold an encoded line end; an encoded NUL is in nobody's.
  if (type === undefined || answer === undefined || answer.includes('%00')) return undefined
  return { kind: 'callback', type, query: answer }
}

function asPage(rest: string): DeepLink | undefined {
  const found = connect.exec(rest)
  if (!found) return undefined
  const [, typeText] = found
  // Some systems add the slash to a link that has no path.
  if (typeText === undefined) return { kind: 'open', path: '/connect' }
  const type = CredentialTypeKey.safeParse(typeText).data
  return type && { kind: 'open', path: `/connect/provider/${type}` }
}
