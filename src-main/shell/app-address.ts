/** The scheme that the page is served under, in place of `file:`: a real origin, with nothing of the disk behind it. */
export const appScheme = 'app'

const appHost = 'neurocad'

export const appOrigin = `${appScheme}://${appHost}`

/** Whether an address is the page's own. Node has no origin for schemes it does not know, so scheme and host are compared. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === ''
}
