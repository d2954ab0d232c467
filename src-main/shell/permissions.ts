import { isAppAddress } from './app-address'

/**
 * Permissions are denied, all but one: the page's buttons that copy an id or an error put text on the clipboard. They never read it.
 * @param asker address of the frame that asks
 */
export function permits(permission: string, asker: string): boolean {
  return permission === 'clipboard-sanitized-write' && isAppAddress(asker)
}
