import type { KeychainStatus } from '../../src-shared/contract/vault'
import type { Actor } from '../../src-shared/domain/actor'
import type { Program } from '../../src-shared/domain/default-settings'
import type { FirstApps } from '../engine/connection/first-apps'
import type { CallContext, Change, UnlockWith } from '../engine/engine'
import type { EngineError } from '../engine/error'
import type { ParsedEntry } from '../engine/import/parsed-file'
import type { ReadAnswer } from '../engine/import/read/read-file'
import type { FileKey } from '../engine/import/read/source'
import type { ProviderEndpoints } from '../engine/port'
import type { SessionStart } from '../engine/session'
import type { Rehearsal } from '../engine/upkeep/rehearsal'
import type { KdfSettings } from '../engine/vault/kdf-settings'

/**
 * What crosses between the host's thread and the session's. Structured clone. `open`, `check` and the calls that change a key slot
 * carry a password or a recovery code; the keychain's bytes are moved.
 */
export type ToSession =
  | ({ kind: 'open'; id: number; start: SessionStart } & SessionGiven)
  | { kind: 'call'; id: number; noun: string; verb: string; context: CallContext; input: unknown }
  | { kind: 'check'; id: number; how: UnlockWith }
  | { kind: 'close'; id: number }
  | KeychainAnswer
  | AnchorAnswer

export type FromSession =
  | { kind: 'answer'; id: number; value: unknown; changes: readonly Change[] }
  | { kind: 'failure'; id: number; failure: WireFailure; changes: readonly Change[] }
  | { kind: 'changes'; changes: readonly Change[] }
  | { kind: 'log'; level: 'info' | 'error'; message: string; facts: Record<string, unknown> }
  | KeychainAsk
  | AnchorAsk

/** Asked by the session of what is kept outside the vault's folder, which is in the host's thread. What is kept is sealed. */
export type AnchorAsk =
  | { kind: 'anchor'; ask: number; what: 'read'; vaultId: string }
  | { kind: 'anchor'; ask: number; what: 'write'; vaultId: string; bytes: Uint8Array }

export type AnchorAnswer =
  | { kind: 'anchor'; ask: number; what: 'read'; bytes: Uint8Array | undefined }
  | { kind: 'anchor'; ask: number; what: 'written' }
  /** `nothingKept`: a sentence where there is no place to be trusted; undefined where it cannot be used now. */
  | { kind: 'anchor'; ask: number; what: 'refused'; nothingKept: string | undefined }

/** Asked by the session of the keychain, which is in the host's thread. */
export type KeychainAsk =
  | { kind: 'keychain'; ask: number; what: 'status' }
  | { kind: 'keychain'; ask: number; what: 'wrap' | 'unwrap'; bytes: Uint8Array }

export type KeychainAnswer =
  | { kind: 'keychain'; ask: number; what: 'status'; status: KeychainStatus }
  | { kind: 'keychain'; ask: number; what: 'wrap'; wrapped: Uint8Array }
  | { kind: 'keychain'; ask: number; what: 'unwrap'; secret: Uint8Array; renewed: Uint8Array | undefined }
  | { kind: 'keychain'; ask: number; what: 'refused' }

/** A named error by its parts, the refusal to mix demo and real, or anything else by its stack, for the log. */
export type WireFailure =
  | { name: 'EngineError'; code: EngineError['code']; message: string; data: EngineError['data'] }
  | { name: 'DemoMixedError'; vaultIsDemo: boolean }
  | { name: 'Unexpected'; stack: string }

/** What is known only when a session opens, which may be long after its thread was made. */
export interface SessionGiven {
  endpoints: ProviderEndpoints
  firstApps: FirstApps
  /** Whose files are received, and where they go while no folder is chosen; none where none are received. */
  receiving?: { owner: Actor; usualFolder: string }
}

/** Given to the session's worker at its start. */
export interface SessionWorkerData {
  folder: string
  demo: boolean
  program?: Program['kind']
  /** Whether the host answers questions to a keychain. */
  keychain: boolean
  /** Whether it keeps the last event outside the vault's folder. */
  anchors: boolean
  kdf?: KdfSettings
}

/** Said to the worker that derives one key, once. */
export interface DeriveMessage {
  password: string
  salt: Uint8Array
  settings: KdfSettings
}

/** Given to the worker that opens the copy of a restore drill. `folder` is the copy's. */
export interface DrillWorkerData {
  folder: string
  password: string
  demo: boolean
}

/** What that worker says, once. */
export interface DrillAnswer {
  rehearsal?: Rehearsal
  failure?: WireFailure
}

/** Given to the worker that reads a file to import. */
export interface ImportWorkerData {
  bytes: Uint8Array
  key: FileKey | undefined
}

/**
 * What that worker says: the answer without the file's entries or rows, then a part of them each time it is asked for one, which
 * lets the session do other things between. `done` with the last part.
 */
export type ImportAnswer =
  | { kind: 'head'; answer: ReadAnswer }
  | { kind: 'entries'; items: readonly ParsedEntry[]; done: boolean }
  | { kind: 'rows'; items: readonly (readonly string[])[]; done: boolean }
  | { kind: 'failure'; failure: WireFailure }
