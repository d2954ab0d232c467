import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { AuthorizationId, ConnectionId } from '../../../src-shared/domain/identifiers'
import { EngineError } from '../error'
import { newUlid } from '../new-ulid'
import type { Clock } from '../port'
import type { AuthorizationRequest, ProviderApp, ProviderGrant } from '../provider/provider'

const LIFETIME_MS = 10 * 60 * 1000
/** How long a finished one is remembered, so that its state is called used and not unknown. */
const MEMORY_MS = 60 * 60 * 1000
/** A caller that starts more than this at once loses its oldest. */
const MOST = 1000

/** What an authorization is for, and how far it is. `busy` while an answer is being redeemed or a choice carried out. */
export interface Authorization {
  id: AuthorizationId
  type: CredentialTypeKey
  actor: Actor
  /** The connection to reconnect; undefined when adding. */
  reconnects: string | undefined
  status: AuthorizationView['status']
  busy: boolean
  /** Holds the state and the verifier; gone as soon as an answer has come. */
  request: AuthorizationRequest | undefined
  /** The app it was started with; its request is gone by the time that somebody has to decide. */
  app: ProviderApp
  /** Tokens that wait for the person's choice. */
  grant: ProviderGrant | undefined
  connectionId: string | undefined
  error: EngineError | undefined
  expiresAt: number
  expiresMonotonic: number
}

/**
 * The authorizations under way. In memory only: they are short, their redirect address belongs to this process, and what
 * they hold must be gone with the lock.
 */
export class AuthorizationBook {
  private readonly byId = new Map<string, Authorization>()
  private readonly byState = new Map<string, Authorization>()

  constructor(
    private readonly clock: Clock,
    /** Told of tokens that waited for a choice that nobody made. */
    private readonly giveUp: (authorization: Authorization, grant: ProviderGrant) => void,
  ) {}

  start(start: Pick<Authorization, 'type' | 'actor' | 'reconnects'> & { request: AuthorizationRequest }): Authorization {
    this.forgetOld()
    this.makeRoomFor(start.actor)
    const authorization: Authorization = {
      ...start,
      id: `auth_${newUlid(this.clock.now())}` as AuthorizationId,
      status: 'pending',
      app: start.request.app,
      busy: false,
      grant: undefined,
      connectionId: start.reconnects,
      error: undefined,
      expiresAt: this.clock.now() + LIFETIME_MS,
      expiresMonotonic: this.clock.monotonic() + LIFETIME_MS,
    }
    this.byId.set(authorization.id, authorization)
    this.byState.set(start.request.state, authorization)
    return authorization
  }

  /** Only its own actor knows of an authorization. */
  find(actor: Actor, id: string): Authorization {
    const authorization = this.byId.get(id)
    if (!authorization || authorization.actor.subject !== actor.subject) {
      throw new EngineError('AUTHORIZATION_UNKNOWN', { authorizationId: id })
    }
    this.expire(authorization)
    return authorization
  }

  /** The pending authorization that a state belongs to; a used or expired one is told apart from an unknown one. */
  findByState(type: string, state: string): Authorization {
    const authorization = this.byState.get(state)
    if (!authorization || authorization.type !== type) throw new EngineError('AUTHORIZATION_UNKNOWN')
    this.expire(authorization)
    requireStatus(authorization, ['pending'])
    return authorization
  }

  /** Time for the person to choose begins when the provider's answer has come. */
  extend(authorization: Authorization): void {
    authorization.expiresAt = this.clock.now() + LIFETIME_MS
    authorization.expiresMonotonic = this.clock.monotonic() + LIFETIME_MS
    // Whether or not anybody asks for it again: what it holds should not outlive its time.
    this.clock.after(LIFETIME_MS, () => this.expire(authorization))
  }

  private expire(authorization: Authorization): void {
    const waits = ['pending', 'account_exists', 'account_mismatch'].includes(authorization.status)
    if (!waits || authorization.busy || this.clock.monotonic() < authorization.expiresMonotonic) return
    authorization.status = 'expired'
    authorization.request = undefined
    this.letGo(authorization)
  }

  private forgetOld(): void {
    const now = this.clock.monotonic()
    for (const [state, authorization] of this.byState) {
      if (now <= authorization.expiresMonotonic + MEMORY_MS) return // maps keep the order of insertion: the rest is younger
      this.forget(state, authorization)
    }
  }

  /** Whoever starts too many loses their own, and nobody else's. */
  private makeRoomFor({ subject }: Actor): void {
    const own = [...this.byState].filter(([, { actor }]) => actor.subject === subject)
    for (const [state, authorization] of own.slice(0, Math.max(0, own.length + 1 - MOST))) this.forget(state, authorization)
  }

  private forget(state: string, authorization: Authorization): void {
    this.byState.delete(state)
    this.byId.delete(authorization.id)
    if (!authorization.busy) this.letGo(authorization)
  }

  private letGo(authorization: Authorization): void {
    const { grant } = authorization
    authorization.grant = undefined
    if (grant) this.giveUp(authorization, grant)
  }
}

/** Throws `AUTHORIZATION_EXPIRED` or `AUTHORIZATION_USED` unless it stands at one of these and nothing else works on it. */
export function requireStatus(authorization: Authorization, allowed: readonly Authorization['status'][]): void {
  const facts = { authorizationId: authorization.id, type: authorization.type }
  if (authorization.status === 'expired') throw new EngineError('AUTHORIZATION_EXPIRED', facts)
  if (authorization.busy || !allowed.includes(authorization.status)) throw new EngineError('AUTHORIZATION_USED', facts)
}

export function authorizationView(authorization: Authorization): AuthorizationView {
  const { id, type, status, connectionId, grant, error } = authorization
  return {
    authorizationId: id,
    type,
    status,
    expiresAt: new Date(authorization.expiresAt).toISOString(),
    ...(connectionId === undefined ? {} : { connectionId: connectionId as ConnectionId }),
    ...(grant ? { account: grant.account } : {}),
    ...(error ? { error: { code: error.code, message: error.message, data: error.wireData } } : {}),
  }
}
