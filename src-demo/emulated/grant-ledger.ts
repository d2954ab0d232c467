import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { openJsonFile } from '../json-file'

const Grant = z.object({
  id: z.string(),
  /** Subject of whoever approved. */
  approvedBy: z.string(),
  scope: z.string(),
  revoked: z.boolean(),
})
export type Grant = z.infer<typeof Grant>

/** `hash`: SHA-256, hex. Tokens have 160 random bits, so it needs no salt to hide them. `expiresAt`: milliseconds since the epoch. */
const GivenToken = z.object({
  hash: z.string(),
  kind: z.enum(['access', 'refresh']),
  grant: z.string(),
  expiresAt: z.number().nullable(),
})

const GrantsFile = z.object({ format: z.literal(1), grants: z.array(Grant), tokens: z.array(GivenToken) })

/** What a token endpoint gave, in its own names. */
export interface GivenTokens {
  access_token: string
  refresh_token?: string | undefined
  expires_in?: number | undefined
}

/** What an emulated service granted, on disk, its tokens as hashes. Changes resolve when they are on disk. */
export interface GrantLedger {
  /** The grant behind a token; undefined for one that was never given, is spent, expired or of a revoked grant. */
  find(token: string, kind: 'access' | 'refresh'): Grant | undefined
  /** A new grant with its first tokens. */
  add(approval: Pick<Grant, 'approvedBy' | 'scope'>, tokens: GivenTokens): Promise<Grant>
  /** More tokens of a grant; `spent` is the refresh token that they came for, where it is replaced. */
  renew(grant: Grant, tokens: GivenTokens, spent: string | undefined): Promise<void>
  /** Ends the whole grant that a token belongs to, if any. */
  revoke(token: string): Promise<void>
}

/** Reads the ledger, or starts an empty one. Rejects with `UnreadableDemoFile` on a file that it did not write. */
export async function openGrantLedger(path: string): Promise<GrantLedger> {
  const { content, save } = await openJsonFile(path, GrantsFile, { format: 1, grants: [], tokens: [] })
  const give = (grant: Grant, tokens: GivenTokens): void => {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = tokens
    const expiresAt = seconds === undefined ? null : Date.now() + seconds * 1000
    content.tokens = content.tokens.filter(isGood)
    content.tokens.push({ hash: hashOf(access), kind: 'access', grant: grant.id, expiresAt })
    if (refresh) content.tokens.push({ hash: hashOf(refresh), kind: 'refresh', grant: grant.id, expiresAt: null })
  }
  const grantOf = (token: string) => {
    const hash = hashOf(token)
    const given = content.tokens.find((candidate) => candidate.hash === hash)
    return { given, grant: content.grants.find(({ id }) => id === given?.grant) }
  }
  return {
    find(token, kind) {
      const { given, grant } = grantOf(token)
      return given?.kind === kind && isGood(given) && grant?.revoked === false ? grant : undefined
    },
    async add(approval, tokens) {
      const grant = { ...approval, id: randomUUID(), revoked: false }
      content.grants.push(grant)
      give(grant, tokens)
      await save()
      return grant
    },
    renew(grant, tokens, spent) {
      if (spent !== undefined) {
        const hash = hashOf(spent)
        content.tokens = content.tokens.filter((given) => given.hash !== hash)
      }
      give(grant, tokens)
      return save()
    },
    async revoke(token) {
      const { grant } = grantOf(token)
      if (grant === undefined) return
      grant.revoked = true
      await save()
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const isGood = ({ expiresAt }: z.infer<typeof GivenToken>): boolean => expiresAt === null || expiresAt > Date.now()
