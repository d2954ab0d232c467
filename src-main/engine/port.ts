import type { KeychainStatus } from '../../src-shared/contract/vault'
import type { Actor } from '../../src-shared/domain/actor'

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

/** A conversation of text frames (RFC 6455) that this side has opened. */
export interface Socket {
  /** Dropped where the conversation is over, which `closed` says anyway. */
  send(text: string): void
  /** `closed` follows. */
  close(): void
}

export interface SocketListener {
  heard(text: string): void
  /**
   * Said once, also of one that never opened: `code` as in RFC 6455, section 7.4, and the HTTP status of an answer that
   * refused the upgrade.
   */
  closed(end: { code: number; status?: number }): void
}

/** The headers travel with the upgrade, to this address alone: no redirect is followed. A frame over 1 MiB ends it. */
export type OpenSocket = (url: string, headers: Readonly<Record<string, string>>, listener: SocketListener) => Socket

/** An open file for positioned reads and appends. Offsets and lengths are bytes. */
export interface OpenFile {
  /**
   * A few bytes at once, without waiting: for what the system's cache holds anyway and is asked before every commit. `into`: where
   * they may be put, if there is room for them.
   */
  peek(offset: number, length: number, into?: Uint8Array): Uint8Array
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

/** A file that arrives piece by piece. Offsets and lengths are bytes. */
export type PartFile = Pick<OpenFile, 'read' | 'write' | 'datasync' | 'size' | 'close'>

/** Why a folder for received files does not do what it should: it is full, or cannot be used at all. */
export class FolderFailure extends Error {
  constructor(readonly problem: 'full' | 'unusable') {
    super(problem)
    this.name = 'FolderFailure'
  }
}

/**
 * The folder in which received files are placed, by plain name. Whatever else has one of those names is neither followed nor written
 * to. Every method rejects with `FolderFailure`.
 */
export interface ReceiveFolder {
  /** Absolute, without links in it. */
  readonly path: string
  /** Bytes that may still be written there. */
  room(): Promise<number>
  /** Opens the part of that name, or makes it: a file of this program alone, mode 0600. What has its name otherwise is taken away. */
  part(name: string): Promise<PartFile>
  isFree(name: string): Promise<boolean>
  /** Gives a part its name, unless anything has it: then false. */
  place(part: string, name: string): Promise<boolean>
  /** For reading; undefined where there is no file of that name, or a link. */
  open(name: string): Promise<Pick<OpenFile, 'read' | 'size' | 'close'> | undefined>
  /** Takes a file away, never a folder. Fine where there is none. */
  remove(name: string): Promise<void>
  /** fsync of the folder: names made or removed survive a power cut. */
  sync(): Promise<void>
}

/** Folders by absolute path. Both reject with `FolderFailure`. */
export interface ReceiveFolders {
  /** Makes it, and the folders above it, where they are missing. */
  make(path: string): Promise<ReceiveFolder>
  find(path: string): Promise<ReceiveFolder | undefined>
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

/** Nothing is kept here, and nothing is to be expected. `message` is a sentence for a person. */
export class NothingKept extends Error {
  override readonly name = 'NothingKept'
}

/**
 * Where the last event of each vault is kept outside its folder, so that an older copy of the folder is noticed. What is kept is sealed.
 * Both reject with `NothingKept` where this computer has no place that is to be trusted, and otherwise where it cannot be used now.
 */
export interface AnchorStore {
  read(vaultId: string): Promise<Uint8Array | undefined>
  write(vaultId: string, bytes: Uint8Array): Promise<void>
}

/** What a session receives files with. */
export interface Receiving {
  openSocket: OpenSocket
  folders: ReceiveFolders
  /** Whose files arrive: the vault's owner. */
  owner: Actor
  /** Absolute; where files go while the owner has chosen no folder. */
  usualFolder: string
}

export interface Ports {
  clock: Clock
  fetch: Fetch
  files: VaultFiles
  logger: Logger
  /** In [0, 1), for jitter; never for anything secret. */
  random(): number
}
