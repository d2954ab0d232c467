import { terminalWords } from '../../../src-shared/words/en/terminal'
import type { Demo } from './demo'

/** What a started server tells whoever started it. */
export interface Ready {
  event: 'ready'
  url: string
  /** The page with a ticket in its fragment: good once, for 60 seconds. */
  openUrl: string
  api: string
  tokenFile: string
  demo?: Demo['facts']
}

/** What the desktop's engine says: it serves no page, and its API only where the owner switched that on. */
export interface DesktopReady extends Omit<Ready, 'url' | 'openUrl' | 'api'> {
  url: null
  openUrl: null
  api: string | null
}

/** For `--json`: the one line that is written to standard output. */
export const readyJson = (ready: Ready | DesktopReady): string => `${JSON.stringify(ready)}\n`

/** For a person at the terminal of a demo with a window: the way in. Nothing for anything else. */
export const desktopText = ({ demo }: DesktopReady): string => (demo?.vaultPassword ? `${demoLine(demo.vaultPassword)}\n` : '')

/** For standard error, whatever is on standard output: what a person would look for and not find. */
export const missingText = ({ demo }: Ready | DesktopReady): string =>
  demo?.vaultPassword === '' ? `${terminalWords.demoPasswordUnknown}\n` : ''

const demoLine = (password: string): string => `  ${terminalWords.demo}   ${terminalWords.demoPassword(password)}`

/** For a person. */
export function readyText({ openUrl, api, tokenFile, demo }: Ready, interactive: boolean): string {
  const lines = [
    terminalWords.ready,
    '',
    `  ${terminalWords.page}   ${openUrl}`,
    `          ${terminalWords.linkWorksOnce}`,
    `  ${terminalWords.api}   ${api}`,
    `  ${terminalWords.token}   ${terminalWords.inFile(tokenFile)}`,
  ]
  if (demo?.vaultPassword) lines.push(demoLine(demo.vaultPassword))
  if (interactive) lines.push('', terminalWords.enterForLink)
  return `${lines.join('\n')}\n`
}
