/** What a file was found to hold. Plain data, because it is read in a thread of its own. Secrets are in it: it stays in the engine. */

/** One thing of a file that may become a connection with a key. */
export interface ParsedEntry {
  name: string
  /** The groups that it was in, outermost first, joined by ` / `. */
  folder: string
  userName: string
  /** Web addresses as the file has them. */
  addresses: readonly string[]
  /** What could be the key, the likeliest first, none of them empty. `login`: goes with the user name. */
  values: readonly { field: string; value: string; login: boolean }[]
  /** Why it is not to be imported: a sentence. */
  skip?: string
  /** False where it is more likely something else, such as a setting beside a key. */
  likely: boolean
}

/** Rows of text, of which a person says what is what. */
export interface ParsedTable {
  rows: readonly (readonly string[])[]
  /** The most cells that a row has. */
  width: number
}

export interface ParsedFile {
  entries: readonly ParsedEntry[]
  /** In place of entries. */
  table?: ParsedTable
  /** Sentences about the file as a whole. */
  notes: readonly string[]
}
