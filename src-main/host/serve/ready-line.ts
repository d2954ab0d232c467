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

/** For a person. */
export function readyText({ openUrl, api, tokenFile, demo }: Ready, interactive: boolean): string {
  const lines = [
    'Neurocad Connect is ready.',
    '',
    `  Page    ${openUrl}`,
    '          (this link works once, for 60 seconds)',
    `  API     ${api}`,
    `  Token   in ${tokenFile}`,
  ]
  if (demo) lines.push(`  Demo    the vault's password is ${demo.vaultPassword}`)
  if (interactive) lines.push('', 'Press Enter for a new link, Ctrl-C to stop.')
  return `${lines.join('\n')}\n`
}
