import type { ClientContext, ClientLink } from '@orpc/client'
import type { BrowserSession } from './session'

/** Where the page runs, and the few things that differ there. Everything else is the contract. */
export interface Host {
  kind: 'browser' | 'desktop'
  /** Carries every call. Under Electron it survives the engine: a closed port is replaced before the next call. */
  link: ClientLink<ClientContext>
  /** How a tab proves who it is; null where the window itself is the proof. */
  session: BrowserSession | null
  /** Opens a provider's page in the person's own browser. */
  openPage(url: string): void
  /** Desktop only. Called when the engine has ended, once for each: every call that it had not answered has failed by then. */
  onEngineEnd?(listener: () => void): void
  /** Desktop only. Called when the shell wants a page of the application shown: one that there is. `document`: a file's text, for it. */
  onOpen?(listener: (path: string, document?: string) => void): void
}
