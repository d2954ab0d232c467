/** An update that was found, newer than this program, and is being fetched. */
export interface FoundUpdate {
  version: string
  /** Settles when it is on disk and checked, or could not be. */
  fetched: Promise<void>
}

/** What the program needs of an updater. */
export interface UpdaterPort {
  /** Looks at a feed. Rejects when it cannot be read, or is not signed with the key of this program. */
  look(feed: string): Promise<FoundUpdate | undefined>
  /** Quits and starts as the version that was fetched. */
  install(): void
}
