import { commonWords } from '../../src-shared/words/en/common'
/** Where an address leads, as a person recognises it; the rest of it may hold a state and is not shown. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : commonWords.theProvider
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Whether the page opens an address that came from elsewhere: the web over TLS, or this computer. Never `javascript:` and such. */
export function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}

/** In a tab of its own that cannot reach this one; under Electron the shell hands it to the person's browser. */
export function openInBrowser(address: string): void {
  if (mayOpen(address)) window.open(address, '_blank', 'noopener')
}
