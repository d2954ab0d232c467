import { createHash } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import { z } from 'zod'
import { openJsonFile } from '../json-file'

/** What the identity provider remembers under an id. The id of a token is the token itself. */
const StoredRecord = z.object({
  /** `<model>:<SHA-256 of the id, hex>`. Ids have 256 random bits, so the hash needs no salt to hide them. */
  key: z.string(),
  model: z.string(),
  /** Milliseconds since the epoch. */
  expiresAt: z.number(),
  /** When a refresh token was first exchanged; milliseconds since the epoch. */
  consumedAt: z.number().optional(),
  /** Without its own id. */
  payload: z.custom<AdapterPayload>((value) => typeof value === 'object' && value !== null),
})
type StoredRecord = z.infer<typeof StoredRecord>

const RecordsFile = z.object({ format: z.literal(1), records: z.array(StoredRecord) })

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

/** Reads the records, or starts without any. Rejects with `UnreadableDemoFile` on a file that it did not write. */
export async function openRecordStore(path: string): Promise<RecordStore> {
  const file = await openJsonFile(path, RecordsFile, { format: 1, records: [] })
  const records = new Map(file.content.records.map((record) => [record.key, record]))
  const save = async (model: string): Promise<void> => {
    if (!durable.has(model)) return
    file.content.records = [...records.values()].filter((record) => durable.has(record.model))
    await file.save()
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
