import { createHash } from 'node:crypto'
import { readIfPresent, replaceFile, UnreadableDemoFile } from '../private-file'

/** What must be known of a token to honour it after a restart, without being able to make it again. */
export interface TokenRecord {
  /** SHA-256 of the token, hex. It has 160 random bits, so the hash needs no salt to hide it. */
  hash: string
  teamId: string
  scopes: string[]
  /** Subject of whoever approved. */
  approvedBy: string
  revoked: boolean
}

/** Which tokens the demo's Slack gave, on disk as hashes. */
export interface TokenLedger {
  find(token: string): TokenRecord | undefined
  /** Resolves when the record is on disk: a token is handed out only then. */
  add(token: string, facts: Omit<TokenRecord, 'hash' | 'revoked'>): Promise<void>
  revoke(token: string): Promise<void>
}

/** Reads the ledger, or starts an empty one. Rejects on a file that it did not write: that is not ours to overwrite. */
export async function openTokenLedger(path: string): Promise<TokenLedger> {
  const text = await readIfPresent(path)
  const records = new Map((text === undefined ? [] : parse(path, text)).map((record) => [record.hash, record]))
  let queue: Promise<void> = Promise.resolve()
  const save = (): Promise<void> => {
    const saved = queue.then(() =>
      replaceFile(path, `${JSON.stringify({ format: 1, tokens: [...records.values()] }, null, 1)}\n`),
    )
    queue = saved.catch(() => undefined)
    return saved
  }
  return {
    find: (token) => records.get(hashOf(token)),
    add(token, facts) {
      const hash = hashOf(token)
      records.set(hash, { hash, ...facts, revoked: false })
      return save()
    },
    async revoke(token) {
      const record = records.get(hashOf(token))
      if (record === undefined) return
      record.revoked = true
      await save()
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

function parse(path: string, text: string): TokenRecord[] {
  const damaged = new UnreadableDemoFile(`${path} is not a list of demo tokens. Move it away to start a new one.`)
  try {
    const file: unknown = JSON.parse(text)
    if (typeof file === 'object' && file !== null && 'tokens' in file && Array.isArray(file.tokens)) {
      const tokens: unknown[] = file.tokens
      if (tokens.every(isRecord)) return tokens
    }
  } catch {
    throw damaged
  }
  throw damaged
}

function isRecord(value: unknown): value is TokenRecord {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Partial<Record<keyof TokenRecord, unknown>>
  return (
    typeof record.hash === 'string' &&
    typeof record.teamId === 'string' &&
    typeof record.approvedBy === 'string' &&
    typeof record.revoked === 'boolean' &&
    Array.isArray(record.scopes) &&
    record.scopes.every((scope) => typeof scope === 'string')
  )
}
