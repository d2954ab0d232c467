/** What a file to import may be at most. More is refused by name, before anything is made of it. */

/** Bytes of the file. A KeePass file holds attachments, which make it large. */
export const mostFileBytes = 32 * 1024 * 1024
export const mostEntries = 20_000
/** How long a file stays with the engine after it was last looked at, in milliseconds. */
export const importLastsMs = 15 * 60_000
