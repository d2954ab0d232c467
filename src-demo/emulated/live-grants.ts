import type { Backend } from './backend'
import type { GivenTokens, Grant } from './grant-ledger'
import type { EmulatedPerson } from './service'

/**
 * The emulator's own tokens behind each grant. It forgets them when it stops, and then takes any token for its first user;
 * so one that was given before a restart stands for new ones of the same person and scopes, which nobody else sees.
 */
export class LiveGrants {
  /** A promise, so that two callers share one reissue. */
  private readonly byGrant = new Map<string, Promise<GivenTokens>>()

  constructor(
    private readonly backend: Backend,
    private readonly people: readonly EmulatedPerson[],
  ) {}

  tokens(grant: Grant): Promise<GivenTokens> {
    const known = this.byGrant.get(grant.id)
    if (known) return known
    const person = this.people.find(({ subject }) => subject === grant.approvedBy)
    if (!person) throw new Error('the demo has lost the person who approved')
    const reissued = this.backend.reissue(grant.scope, person)
    this.byGrant.set(grant.id, reissued)
    reissued.catch(() => this.byGrant.delete(grant.id)) // whoever asked has the failure; the next one tries again
    return reissued
  }

  /** Not every refresh gives a new refresh token: then the old one stays. */
  set({ id }: Grant, tokens: GivenTokens, before?: GivenTokens): void {
    this.byGrant.set(id, Promise.resolve({ ...tokens, refresh_token: tokens.refresh_token ?? before?.refresh_token }))
  }
}
