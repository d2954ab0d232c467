import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '../json-file'

/** A user-to-server token (`ghu_`): the user, through the App. */
const UserToken = z.object({ kind: z.literal('user'), appId: z.number().int(), login: z.string() })
/** An installation token (`ghs_`): the App itself, on one account. */
const InstallationToken = z.object({
  kind: z.literal('installation'),
  appId: z.number().int(),
  installationId: z.number().int(),
  /** Names of the repositories it was asked for; null for all that the installation covers. */
  repositories: z.array(z.string()).nullable(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  expiresAt: z.string(),
})
export type UserToken = z.infer<typeof UserToken>
export type InstallationToken = z.infer<typeof InstallationToken>
const TokenFacts = z.discriminatedUnion('kind', [UserToken, InstallationToken])
export type TokenFacts = z.infer<typeof TokenFacts>

const TokensFile = z.object({
  format: z.literal(1),
  tokens: z.array(z.object({ hash: z.string(), facts: TokenFacts })),
})

/** Which tokens the demo's GitHub gave, on disk as hashes. */
export interface GitHubTokenLedger {
  /** Undefined for one that was never given, is revoked or has expired: GitHub tells these apart for nobody. */
  find(token: string): TokenFacts | undefined
  /** Resolves when it is on disk: a token is handed out only then. */
  add(token: string, facts: TokenFacts): Promise<void>
  revoke(token: string): Promise<void>
}

/** Reads the ledger, or starts an empty one. Rejects with `UnreadableDemoFile` on a file that it did not write. */
export async function openGitHubTokenLedger(folder: string): Promise<GitHubTokenLedger> {
  const { content, save } = await openJsonFile(join(folder, 'github-tokens.json'), TokensFile, { format: 1, tokens: [] })
  const isGood = (facts: TokenFacts): boolean => facts.kind === 'user' || Date.parse(facts.expiresAt) > Date.now()
  return {
    find(token) {
      const hash = hashOf(token)
      const facts = content.tokens.find((given) => given.hash === hash)?.facts
      return facts && isGood(facts) ? facts : undefined
    },
    add(token, facts) {
      // Installation tokens come by the hour: what has expired is forgotten on the way.
      content.tokens = [...content.tokens.filter((given) => isGood(given.facts)), { hash: hashOf(token), facts }]
      return save()
    },
    revoke(token) {
      const hash = hashOf(token)
      content.tokens = content.tokens.filter((given) => given.hash !== hash)
      return save()
    },
  }
}

/** SHA-256, hex. Each token has 160 random bits, so the hash needs no salt to hide it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
