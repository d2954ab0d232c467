import { createHash } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import { readIfPresent, replaceFile, UnreadableDemoFile } from '../private-file'

/** What the identity provider remembers under an id. The id of a token is the token itself. */
interface StoredRecord {
  /** `<model>:<SHA-256 of the id, hex>`. Ids have 256 random bits, so the hash needs no salt to hide them. */
  key: string
  model: string
  /** Milliseconds since the epoch. */
  expiresAt: number
  /** When a refresh token was first exchanged; milliseconds since the epoch. */
  consumedAt?: number
  /** Without its own id. */
  payload: AdapterPayload
}

/** What must outlive a restart. Codes, sign-ins and consents under way need not. */
const durable = new Set(['Grant', 'AccessToken', 'RefreshToken'])

/** The records of the demo's Cognito, on disk under hashes. Every change resolves when it is on disk. */
export interface RecordStore {
  find(model: string, id: string): StoredRecord | undefined
  put(model: string, id: string, payload: AdapterPayload, expiresInSeconds: number): Promise<void>
  /** The first time counts. */
  consume(model: string, id: string): Promise<void>
  remove(model: string, id: string): Promise<void>
  removeWhere(matches: (record: Pick<StoredRecord, 'model' | 'payload'>) => boolean): Promise<void>
}

/** Reads the records, or starts without any. Rejects on a file that it did not write: that is not ours to overwrite. */
export async function openRecordStore(path: string): Promise<RecordStore> {
  const text = await readIfPresent(path)
  const records = new Map((text === undefined ? [] : parse(path, text)).map((record) => [record.key, record]))
  let queue: Promise<void> = Promise.resolve()
  const save = (model: string): Promise<void> => {
    if (!durable.has(model)) return Promise.resolve()
    const saved = queue.then(() => {
      const kept = [...records.values()].filter((record) => durable.has(record.model))
      return replaceFile(path, `${JSON.stringify({ format: 1, records: kept }, null, 1)}\n`)
    })
    queue = saved.catch(() => undefined)
    return saved
  }
  return {
    find: (model, id) => records.get(keyOf(model, id)),
    put(model, id, payload, expiresInSeconds) {
      for (const [key, { expiresAt }] of records) if (expiresAt <= Date.now()) records.delete(key)
      const key = keyOf(model, id)
      const { jti, ...rest } = payload
      records.set(key, { key, model, expiresAt: Date.now() + expiresInSeconds * 1000, payload: rest })
      return save(model)
    },
    async consume(model, id) {
      const record = records.get(keyOf(model, id))
      if (record === undefined || record.consumedAt !== undefined) return
      record.consumedAt = Date.now()
      await save(model)
    },
    async remove(model, id) {
      if (records.delete(keyOf(model, id))) await save(model)
    },
    async removeWhere(matches) {
      const leaving = [...records.values()].filter(matches)
      for (const { key } of leaving) records.delete(key)
      const kept = leaving.find(({ model }) => durable.has(model))
      if (kept) await save(kept.model)
    },
  }
}

const keyOf = (model: string, id: string): string => `${model}:${createHash('sha256').update(id).digest('hex')}`

function parse(path: string, text: string): StoredRecord[] {
  const damaged = new UnreadableDemoFile(`${path} is not a list of the demo's grants. Move it away to start a new one.`)
  try {
    const file: unknown = JSON.parse(text)
    if (typeof file === 'object' && file !== null && 'records' in file && Array.isArray(file.records)) {
      const records: unknown[] = file.records
      if (records.every(isRecord)) return records
    }
  } catch {
    throw damaged
  }
  throw damaged
}

function isRecord(value: unknown): value is StoredRecord {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Partial<Record<keyof StoredRecord, unknown>>
  return (
    typeof record.key === 'string' &&
    typeof record.model === 'string' &&
    typeof record.expiresAt === 'number' &&
    (record.consumedAt === undefined || typeof record.consumedAt === 'number') &&
    typeof record.payload === 'object' &&
    record.payload !== null
  )
}
