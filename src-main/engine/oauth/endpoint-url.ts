import { isLoopback } from './loopback'

/**
 * Whether an address that somebody else wrote may be asked, or opened in a browser: https, or http on this machine where
 * `allowLoopback` says so, without a user name that would be shown or sent, and without a fragment (RFC 6749, section 3.1).
 */
export function isSafeEndpoint(url: string, { allowLoopback }: { allowLoopback: boolean }): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  const isEncrypted = protocol === 'https:' && (allowLoopback || !isLoopback(url))
  const isLocal = protocol === 'http:' && allowLoopback && isLoopback(url)
  return (isEncrypted || isLocal) && username === '' && password === '' && !url.includes('#')
}
