import type { VaultFiles } from '../port'
import type { PageKeys } from './history-page'
import type { LiveState } from './live-state'
import type { VaultEvent } from './vault-event'

/** An event and its canonical bytes, which its hash is made over. */
export interface TrailEvent {
  event: VaultEvent
  bytes: Uint8Array
}

/** Some events that follow each other without a gap. Times in milliseconds since the epoch, infinite where they are not known. */
export interface TrailPage {
  first: number
  last: number
  earliest: number
  latest: number
  /** Where it is; undefined for what is in the journal yet. */
  place: TrailDamage | undefined
  /**
   * The events, and the SHA-256 of the event before the first as it was written down with them; undefined where it was not.
   * Throws `OpenError` where the page is damaged.
   */
  read(): Promise<{ events: TrailEvent[]; previousHash: Uint8Array | undefined }>
}

/** Where something of a file could not be read. */
export interface TrailDamage {
  file: string
  offset: number
}

/** A file of history, or what is in the journal yet; pages in order of sequence. */
export interface TrailSection {
  pages: TrailPage[]
  damage: TrailDamage[]
}

export interface TrailParts {
  files: VaultFiles
  keys: PageKeys
  state: Pick<LiveState, 'directory' | 'recent' | 'sequence' | 'hash' | 'snapshotSequence' | 'store'>
}

export const unknownTimes = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
