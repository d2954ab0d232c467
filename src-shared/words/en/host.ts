import { area } from '../chosen'

/** What the program around the vault says: of its surroundings, and of the ways in which a provider's answer comes back. */
export const hostWords = area('host', {
  noKeychain: 'Only the desktop application reaches the keychain of this computer.',
  noUpdates: 'Whoever installed this server updates it.',
  silent: 'The program around the vault did not answer.',
  malformed: 'The program around the vault gave an answer that cannot be read.',
  ending: 'The program is ending.',

  loopbackWorks: (address: string) => `A request to ${address} came back here.`,
  loopbackNotOpened: (code: string) =>
    `No port of this computer could be opened (${code}). Something here, such as a firewall, forbids it.`,
  loopbackRefused: (address: string, code: string) =>
    `A request to ${address} did not arrive (${code}). Something on this computer, such as a firewall or a proxy, is in the way.`,
  loopbackElsewhere: (address: string, status: number) =>
    `Something other than this program answered a request to ${address} (HTTP ${status}).`,
  schemeNotHere: 'Links can open the desktop application only. Here, answers come to the address of this server.',

  redirectPage: 'Your app has a redirect page. What it shows is pasted here, or comes by the link on it.',
  takesLoopback: (name: string) => `${name} answers at a loopback address and in no other way that comes here.`,
  takesDeepLink: (name: string) => `${name} answers by a link and in no other way that comes here.`,
  preferred: (name: string) => `${name} takes both, and this is what you chose.`,
  noDeepLinks: (name: string) => `${name} takes both. You chose links, but links of this computer do not come here.`,
  noPort: (name: string) => `${name} takes both. No port of this computer could be opened, so it answers by a link.`,
  unreachable: (name: string) => `${name} answers at a loopback address only, and no port of this computer could be opened.`,
})
