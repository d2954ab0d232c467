import type { GitHubApp } from './app'
import type { GitHubAccount } from './directory'
import type { EmulatedGitHubs } from './emulated-github'
import { type GitHubTokenLedger, hashOf, type InstallationToken, type TokenFacts } from './token-ledger'

/**
 * The tokens that count. `emulate` forgets its tokens when it stops, and then takes any token for its first user; here only
 * tokens that were given and are still good count. An installation token from before a restart stands for a new one of the same account
 * and permissions, which nobody but this process sees.
 */
export interface HonouredTokens {
  find(token: string): TokenFacts | undefined
  /** Remembers a token; one for an installation is the emulator's own. */
  given(token: string, facts: TokenFacts): Promise<void>
  revoke(token: string): Promise<void>
  /** The emulator's token that stands for a given one. */
  standIn(token: string, facts: InstallationToken, app: GitHubApp, account: GitHubAccount): Promise<string>
}

export function honouredTokens(ledger: GitHubTokenLedger, emulated: EmulatedGitHubs): HonouredTokens {
  /** The emulator's token by the hash of the one presented; a promise, so that two callers share one. */
  const current = new Map<string, Promise<string>>()
  return {
    find: (token) => ledger.find(token),
    async given(token, facts) {
      await ledger.add(token, facts)
      if (facts.kind === 'installation') current.set(hashOf(token), Promise.resolve(token))
    },
    revoke(token) {
      current.delete(hashOf(token))
      return ledger.revoke(token)
    },
    async standIn(token, { permissions }, app, account) {
      const hash = hashOf(token)
      const pending = current.get(hash) ?? mintAgain(emulated, app, account, permissions)
      current.set(hash, pending)
      try {
        return await pending
      } catch (error) {
        current.delete(hash)
        throw error
      }
    },
  }
}

async function mintAgain(
  emulated: EmulatedGitHubs,
  app: GitHubApp,
  account: GitHubAccount,
  permissions: InstallationToken['permissions'],
): Promise<string> {
  const answer = await (await emulated.of(app)).mint(account, permissions)
  const { token } = (await answer.json()) as { token?: string }
  if (token === undefined) throw new Error('the emulator did not mint a token again')
  return token
}
