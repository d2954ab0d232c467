import type { Inputs, Outputs } from '../../src-shared/contract'
import type { AuthorizationView } from '../../src-shared/contract/authorization'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { CallbackDiagnosis } from '../../src-shared/contract/host'
import type { ProviderAppView } from '../../src-shared/contract/provider-app'
import type { VaultState, WaysIn } from '../../src-shared/contract/vault'
import type { Actor } from '../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import type { Moment } from './connection/change-count'
import type { ManifestForm } from './provider/app-manifest'

/** Who calls, and where a provider's answer would reach this host. */
export interface CallContext {
  actor: Actor
  /** Origin of the loopback callback, for example `http://127.0.0.1:41234`; null where there is none. */
  callbackOrigin: string | null
  /** Whether `neurocad://` links of this computer come to this host. */
  deepLinks?: boolean
}

type Noun =
  | 'directory'
  | 'connection'
  | 'authorization'
  | 'providerApp'
  | 'keySlot'
  | 'settings'
  | 'recipe'
  | 'grant'
  | 'deployment'
  | 'run'
  | 'inbox'
  | 'audit'
  | 'transfer'
type Method<Input, Output> = (context: CallContext, input: Input) => Promise<Output>

/** The operator's file (`operator.json`) as the host found it. */
export type OperatorStatement =
  /** There is none: nothing is stated, and nothing changes. */
  | { kind: 'absent' }
  /** It may not or cannot be read. `problem` is a sentence for a person, without anything that the file holds. */
  | { kind: 'unreadable'; problem: string }
  /** `trusted`: the program itself says so (the demo's), and its hosts need nobody's confirmation. */
  | { kind: 'content'; content: string; trusted: boolean }

/** The use cases of an unlocked vault, one per procedure of the contract. Each throws `EngineError`. */
export type UseCases = {
  [N in Noun]: { [V in keyof Inputs[N]]: Method<Inputs[N][V], V extends keyof Outputs[N] ? Outputs[N][V] : never> }
} & {
  connection: {
    /**
     * As `list` and `get`, each connection as the JSON of its view: what a host sends on needs not be taken apart in between. With
     * the moment until which it holds; undefined where that is not known.
     */
    texts: Method<
      Inputs['connection']['list'],
      Omit<Outputs['connection']['list'], 'items'> & { items: string[]; moment: Moment | undefined }
    >
    text: Method<Inputs['connection']['get'], { text: string; moment: Moment | undefined }>
  }
  /** The part of the contract's `vault` that works on an open one. */
  upkeep: {
    [V in 'health' | 'acknowledgeDamage' | 'acceptCopy' | 'drill' | 'rotate']: Method<Inputs['vault'][V], Outputs['vault'][V]>
  }
  import: {
    [V in Exclude<keyof Inputs['import'], 'upload'>]: Method<Inputs['import'][V], Outputs['import'][V]>
  } & {
    /** The file's bytes, in place of the file that the contract takes. */
    upload: Method<{ bytes: Uint8Array }, Outputs['import']['upload']>
  }
  ingress: {
    /** A provider's signed delivery: header names in lower case, the body as it was signed. */
    receive: Method<{ type: CredentialTypeKey; headers: Record<string, string>; body: string }, { challenge?: string }>
  }
  hook: {
    /** A delivery for a Webhook trigger: header names in lower case, the body as it was signed. Answers the run that it starts. */
    receive: Method<{ hookId: string; headers: Record<string, string>; body: string }, { runId: string }>
  }
  staging: {
    /** What happens elsewhere, made to happen for demos and tests. Only where the vault is a demo's. */
    takeBinding: Method<{ connectionId: string }, void>
    leave: Method<{ subject: string }, void>
    comeBack: Method<{ subject: string }, void>
  }
  operator: {
    /** What the operator's file says now; `context.actor` is the organisation that its connections belong to. */
    provision: Method<OperatorStatement, void>
  }
  callback: {
    /** A provider's redirect: `query` is its query string without the question mark. */
    complete: Method<{ type: string; query: string }, AuthorizationView>
    /** For each type that is authorized at a provider: how its answer comes, given where `context` says one would arrive. */
    transports: Method<undefined, CallbackDiagnosis['transports']>
  }
  manifest: {
    /** What a page of the host posts to a provider that makes apps. */
    form: Method<{ type: CredentialTypeKey; state: string }, ManifestForm>
    /** The provider's answer: `query` is its query string without the question mark. */
    complete: Method<{ type: CredentialTypeKey; query: string }, ProviderAppView>
  }
}

/** A change, and who may learn of it: everyone in the org, or one subject. */
export interface Change {
  event: ChangeEvent
  audience: 'org' | { subject: string }
}

/** What a locked vault is opened with: something its owner knows, or the keychain of this computer. */
export type UnlockWith = { password: string } | { recoveryCode: string } | { device: true }

/** The engine as a host sees it: a vault that can be locked, and its use cases. */
export interface Engine {
  state(): VaultState
  /** Calls on a locked or absent vault reject with `VAULT_LOCKED`. */
  readonly useCases: UseCases
  create(password: string): Promise<void>
  unlock(how: UnlockWith): Promise<void>
  /** From now on the next unlocking is prepared while the vault is not open; nothing of the vault is opened for it. */
  standBy(): Promise<void>
  /** How a locked vault can be opened, besides by its password. */
  waysIn(): Promise<WaysIn>
  /** Resolves when keys and plaintext have left memory. Locking a locked vault is fine. */
  lock(): Promise<void>
  /** `locked` is called once, when the vault locks; no change follows it. */
  subscribe(listener: { change(change: Change): void; locked(): void }): () => void
  close(): Promise<void>
}
