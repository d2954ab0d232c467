import type { Program } from '../../src-shared/domain/default-settings'
import type { FirstApps } from '../engine/connection/provider-apps'
import type { CallContext, Change } from '../engine/engine'
import type { EngineError } from '../engine/error'
import type { ProviderEndpoints } from '../engine/port'
import type { KdfSettings } from '../engine/vault/kdf-settings'

/** What crosses between the host's thread and the session's. Structured clone; only `open` and `check` carry a password. */
export type ToSession =
  | { kind: 'open'; id: number; create: boolean; password: string }
  | { kind: 'call'; id: number; noun: string; verb: string; context: CallContext; input: unknown }
  | { kind: 'check'; id: number; password: string }
  | { kind: 'close'; id: number }

export type FromSession =
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; failure: WireFailure }
  | { kind: 'change'; change: Change }
  | { kind: 'log'; level: 'info' | 'error'; message: string; facts: Record<string, unknown> }

/** A named error by its parts, the refusal to mix demo and real, or anything else by its stack, for the log. */
export type WireFailure =
  | { name: 'EngineError'; code: EngineError['code']; message: string; data: EngineError['data'] }
  | { name: 'DemoMixedError'; vaultIsDemo: boolean }
  | { name: 'Unexpected'; stack: string }

/** Given to the session's worker at its start. */
export interface SessionWorkerData {
  folder: string
  demo: boolean
  endpoints: ProviderEndpoints
  firstApps: FirstApps
  program?: Program['kind']
  kdf?: KdfSettings
}

/** Given to the worker that derives one key. */
export interface DeriveWorkerData {
  password: string
  salt: Uint8Array
  settings: KdfSettings
}
