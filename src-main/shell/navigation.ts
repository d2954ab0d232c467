import { isAppAddress } from './app-address'

/** The window shows the application and never anything else. */
export function mayNavigate(address: string): boolean {
  return isAppAddress(address)
}

/**
 * Whether the system's browser may be asked to open an address that the page wants in a new window. Everything but a web page is
 * refused, because a `file:`, `smb:` or application scheme would start a program. Plain http is for this computer alone: the demo.
 */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  if (protocol === 'https:') return true
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname))
}
