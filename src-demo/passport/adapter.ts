import type { Adapter, AdapterFactory } from 'oidc-provider'
import type { RecordStore } from './record-store'

/**
 * How the identity provider keeps its records. A rotated refresh token stays good for `retryWindowSeconds` after it was
 * first exchanged, for a client that lost the answer; with 0 it is spent at once. Presenting one that is spent revokes its
 * whole grant, which the identity provider does by itself (RFC 9700, section 4.14.2).
 * Source of the window: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export const adapterOn =
  (store: RecordStore, retryWindowSeconds: number): AdapterFactory =>
  (model): Adapter => ({
    async find(id) {
      const record = store.find(model, id)
      if (record === undefined) return undefined
      const { payload, consumedAt } = record
      const windowMs = model === 'RefreshToken' ? retryWindowSeconds * 1000 : 0
      const isSpent = consumedAt !== undefined && Date.now() - consumedAt >= windowMs
      return { ...payload, jti: id, ...(isSpent ? { consumed: Math.floor(consumedAt / 1000) } : {}) }
    },
    upsert: (id, payload, expiresInSeconds = LONGEST_SECONDS) => store.put(model, id, payload, expiresInSeconds),
    consume: (id) => store.consume(model, id),
    destroy: (id) => store.remove(model, id),
    revokeByGrantId: (grantId) => store.removeWhere((record) => record.model === model && record.payload.grantId === grantId),
    // Device codes, and tokens that end with a sign-in: there are none here.
    findByUserCode: async () => undefined,
    findByUid: async () => undefined,
  })

const LONGEST_SECONDS = 365 * 24 * 60 * 60
