import type { KeychainStatus } from '../../src-shared/contract/vault'

/** Every outside thing the engine touches, one small interface each. Fakes live in `test/fakes`. */

export interface Clock {
  /** Milliseconds since the Unix epoch. May jump. */
  now(): number
  /** Milliseconds from an arbitrary start. Never goes back. */
  monotonic(): number
  /** Runs once, that many milliseconds of monotonic time later at the earliest. Answers how to call it off. */
  after(milliseconds: number, run: () => void): () => void
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** An open file for positioned reads and appends. Offsets and lengths are bytes. */
export interface OpenFile {
  /** A few bytes at once, without waiting: for what the system's cache holds anyway and is asked before every commit. */
  peek(offset: number, length: number): Uint8Array
  read(offset: number, length: number): Promise<Uint8Array>
  write(offset: number, bytes: Uint8Array): Promise<void>
  /** fdatasync: the written bytes survive a power cut when this resolves. */
  datasync(): Promise<void>
  size(): Promise<number>
  close(): Promise<void>
}

/** The files of one vault folder, by plain name. A missing file is `undefined`, never an exception. */
export interface VaultFiles {
  list(): Promise<string[]>
  read(name: string): Promise<Uint8Array | undefined>
  /** Opens for reading and writing; `create` makes it empty with mode 0600 and fails when it exists. */
  open(name: string, options?: { create?: boolean }): Promise<OpenFile>
  /** Writes a whole new file, fsyncs it, renames it over `name`, fsyncs the folder. */
  replace(name: string, bytes: Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(name: string): Promise<void>
  /** fsync of the folder: names made, renamed or removed survive a power cut. */
  syncFolder(): Promise<void>
  /** An empty folder of that name in this one, 0700, for what is thrown away; one that was left is emptied. */
  scratch(name: string): Promise<VaultFiles>
  /** Takes it away with all that is in it. Fine where there is none. */
  removeScratch(name: string): Promise<void>
}

/** Structured lines for the operator. Never given a secret. */
export interface Logger {
  info(message: string, facts?: Record<string, unknown>): void
  error(message: string, facts?: Record<string, unknown>): void
}

/** Where a provider is reached. The demo and a person's own server replace the public addresses. */
export type ProviderEndpoints = Partial<Record<string, Record<string, string>>>

/** The keychain of the operating system, which wraps what the device slot is opened with. */
export interface Keychain {
  status(): Promise<KeychainStatus>
  /** Rejects where the keychain is not to be trusted or refuses. */
  wrap(secret: Uint8Array): Promise<Uint8Array>
  /** `renewed`: the keychain has changed its key, and this is what to keep from now on. */
  unwrap(wrapped: Uint8Array): Promise<{ secret: Uint8Array; renewed: Uint8Array | undefined }>
}

export interface Ports {
  clock: Clock
  fetch: Fetch
  files: VaultFiles
  logger: Logger
  /** In [0, 1), for jitter; never for anything secret. */
  random(): number
}
