import type { Outputs } from '../../../src-shared/contract'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import type { CallContext } from '../engine'
import { EngineError, invalidInput } from '../error'
import { newProof } from '../oauth/proof'
import type { AppManifestFlow, ManifestForm } from '../provider/app-manifest'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { setProviderApp } from './provider-apps'

const LIFETIME_MS = 10 * 60 * 1000
/** How long one is remembered, so that its state is called used or expired and not unknown. */
const MEMORY_MS = 60 * 60 * 1000
/** Whoever starts more than this at once loses the oldest. */
const MOST = 100

interface Started {
  type: CredentialTypeKey
  actor: Actor
  callbackOrigin: string
  used: boolean
  expiresMonotonic: number
}

/**
 * Apps that a provider is asked to make. A state stands for whoever asked, is good once and for ten minutes, and is in memory
 * only, like those of authorizations.
 */
export class AppManifests {
  /** By state, oldest first. */
  private readonly started = new Map<string, Started>()

  constructor(private readonly deps: Dependencies) {}

  /** Throws `NOT_FOUND` for a type whose provider makes no apps, and `CALLBACK_UNREACHABLE`. */
  start({ actor, callbackOrigin }: CallContext, type: CredentialTypeKey): Outputs['providerApp']['startManifest'] {
    this.flowOf(type)
    if (callbackOrigin === null) throw new EngineError('CALLBACK_UNREACHABLE', { type })
    this.forgetOld()
    const { clock } = this.deps
    const { state } = newProof()
    const expiresMonotonic = clock.monotonic() + LIFETIME_MS
    this.started.set(state, { type, actor, callbackOrigin, used: false, expiresMonotonic })
    return {
      url: `${callbackOrigin}/api/${type}/manifest/${state}`,
      expiresAt: new Date(clock.now() + LIFETIME_MS).toISOString(),
    }
  }

  /** What the person's browser is to post to the provider. Throws `AUTHORIZATION_UNKNOWN`, `…_USED` or `…_EXPIRED`. */
  form(type: CredentialTypeKey, state: string): ManifestForm {
    const { callbackOrigin } = this.find(type, state)
    return this.flowOf(type).form({ callbackOrigin, state })
  }

  /** The provider's answer: enters the app that it made, as the actor who started it. Throws the same, and as the provider. */
  async complete(type: CredentialTypeKey, query: string): Promise<ProviderAppView> {
    const answer = new URLSearchParams(query)
    const [state = '', ...states] = answer.getAll('state')
    const [code = '', ...codes] = answer.getAll('code')
    if (states.length > 0) throw new EngineError('AUTHORIZATION_UNKNOWN')
    const started = this.find(type, state)
    if (codes.length > 0 || !/^[\w-]{1,200}$/.test(code)) throw invalidInput('code', refusalWords.mustBeThereOnce)
    // Before the first await: of two answers with one state, the second finds it used.
    started.used = true
    return setProviderApp(this.deps, started.actor, { ...(await this.flowOf(type).redeem(code)), type })
  }

  private find(type: CredentialTypeKey, state: string): Started {
    const started = this.started.get(state)
    if (!started || started.type !== type) throw new EngineError('AUTHORIZATION_UNKNOWN')
    if (started.used) throw new EngineError('AUTHORIZATION_USED', { type })
    if (this.deps.clock.monotonic() >= started.expiresMonotonic) throw new EngineError('AUTHORIZATION_EXPIRED', { type })
    return started
  }

  private flowOf(type: CredentialTypeKey): AppManifestFlow {
    const { appManifest } = providerOf(this.deps.providers, type)
    if (!appManifest) throw new EngineError('NOT_FOUND', { type })
    return appManifest
  }

  private forgetOld(): void {
    const now = this.deps.clock.monotonic()
    for (const [state, { expiresMonotonic }] of this.started) {
      const isOld = now > expiresMonotonic + MEMORY_MS
      if (!isOld && this.started.size < MOST) return // maps keep the order of insertion: the rest is younger
      this.started.delete(state)
    }
  }
}
