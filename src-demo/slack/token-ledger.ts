import { createHash } from 'node:crypto'
import { z } from 'zod'
import { openJsonFile } from '../json-file'

/** What must be known of a token to honour it after a restart, without being able to make it again. */
const TokenRecord = z.object({
  /** SHA-256 of the token, hex. It has 160 random bits, so the hash needs no salt to hide it. */
  hash: z.string(),
  teamId: z.string(),
  scopes: z.array(z.string()),
  /** Subject of whoever approved. */
  approvedBy: z.string(),
  revoked: z.boolean(),
})
export type TokenRecord = z.infer<typeof TokenRecord>

const TokensFile = z.object({ format: z.literal(1), tokens: z.array(TokenRecord) })

/** Which tokens the demo's Slack gave, on disk as hashes. */
export interface TokenLedger {
  find(token: string): TokenRecord | undefined
  /** Resolves when the record is on disk: a token is handed out only then. */
  add(token: string, facts: Omit<TokenRecord, 'hash' | 'revoked'>): Promise<void>
  revoke(token: string): Promise<void>
  /** Every token of a workspace. */
  revokeAll(teamId: string): Promise<void>
}

/** Reads the ledger, or starts an empty one. Rejects with `UnreadableDemoFile` on a file that it did not write. */
export async function openTokenLedger(path: string): Promise<TokenLedger> {
  const { content, save } = await openJsonFile(path, TokensFile, { format: 1, tokens: [] })
  const find = (token: string): TokenRecord | undefined => {
    const hash = hashOf(token)
    return content.tokens.find((record) => record.hash === hash)
  }
  return {
    find,
    add(token, facts) {
      content.tokens.push({ hash: hashOf(token), ...facts, revoked: false })
      return save()
    },
    async revoke(token) {
      const record = find(token)
      if (record === undefined) return
      record.revoked = true
      await save()
    },
    revokeAll(teamId) {
      for (const record of content.tokens) if (record.teamId === teamId) record.revoked = true
      return save()
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
