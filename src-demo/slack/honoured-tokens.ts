import type { ClientCredentials } from '../client-authentication'
import type { TokenLedger, TokenRecord } from './token-ledger'
import type { Workspace } from './workspace'

/** What a presented token is good for: a workspace and the token to use there, or Slack's error code. */
export type Honoured = { workspace: Workspace; token: string } | { error: 'invalid_auth' | 'token_revoked' }

/**
 * Decides about presented tokens. `emulate` forgets its tokens when it stops, and then takes any token for its first
 * user; here only tokens that were given and not revoked count. One that was given before a restart stands for a new one,
 * which the emulator issues for the same workspace, scopes and person.
 */
export function honouredTokens(workspaces: readonly Workspace[], app: ClientCredentials, ledger: TokenLedger) {
  /** The emulator's own token by the hash of the one presented; a promise, so that two callers share one reissue. */
  const current = new Map<string, Promise<string>>()

  return {
    /** Records a token that the emulator has just issued. */
    async issued(token: string, facts: Omit<TokenRecord, 'hash' | 'revoked'>): Promise<void> {
      await ledger.add(token, facts)
      const record = ledger.find(token)
      if (record !== undefined) current.set(record.hash, Promise.resolve(token))
    },
    async honour(token: string): Promise<Honoured> {
      const record = ledger.find(token)
      const workspace = workspaces.find(({ identity }) => identity.teamId === record?.teamId)
      if (record === undefined || workspace === undefined) return { error: 'invalid_auth' }
      if (record.revoked) return { error: 'token_revoked' }
      const pending = current.get(record.hash) ?? reissue(workspace, app, record)
      current.set(record.hash, pending)
      try {
        return { workspace, token: await pending }
      } catch (error) {
        current.delete(record.hash)
        throw error
      }
    },
    revoke: (token: string): Promise<void> => ledger.revoke(token),
  }
}

export type HonouredTokens = ReturnType<typeof honouredTokens>

/** Runs the emulator's own consent and exchange again; nobody but this process sees the code or the token. */
async function reissue(workspace: Workspace, app: ClientCredentials, { scopes, approvedBy }: TokenRecord): Promise<string> {
  const request = { clientId: app.clientId, redirectUri: 'http://127.0.0.1/', scope: scopes.join(','), state: '' }
  const redirect = await workspace.approve(request, approvedBy)
  const answer = await workspace.call('oauth.v2.access', {
    method: 'POST',
    body: new URLSearchParams({
      client_id: app.clientId,
      client_secret: app.clientSecret,
      code: redirect.searchParams.get('code') ?? '',
    }),
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (token === undefined) throw new Error('the emulator did not reissue a token')
  return token
}
