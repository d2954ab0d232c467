import type { Dependencies } from '../connection/dependencies'
import type { Fetch, Receiving } from '../port'
import type { Injection } from '../provider/injection'

/** What the inbox and its receiver work with. */
export interface InboxParts extends Pick<Dependencies, 'vault' | 'clock' | 'logger' | 'random' | 'settings' | 'publish'> {
  receiving: Receiving
  /** Unbounded: files are longer than anything else that is fetched. */
  fetch: Fetch
  /** See `Resolver`: what a request carries for one of the owner's connections, and where it may go. */
  resolve(connectionId: string): Promise<Injection>
  /** The session manager has just refused the Passport's token, whatever its expiry says. */
  renew(connectionId: string): Promise<void>
}
