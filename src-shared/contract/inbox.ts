import { z } from 'zod'
import { ConnectionId, DeliveryId } from '../domain/identifiers'
import { Person, Timestamp } from './connection'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

export const DeliveryView = z.object({
  id: DeliveryId,
  sender: Person,
  recipeName: z.string(),
  /** The plain file name that it has, or would have, here. */
  name: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  received: z.int().nonnegative(),
  /** Lower-case hex. */
  sha256: z.string(),
  kind: z.string(),
  state: z.enum(['receiving', 'waiting', 'received', 'refused']),
  /** For `refused` and `waiting`: a code and a sentence. */
  reason: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Absolute; null until it is there. */
  path: z.string().nullable(),
  announcedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
})
export type DeliveryView = z.infer<typeof DeliveryView>

/** Whether this computer takes files from recipes now, and as whom. */
export const ReceiverView = z.object({
  state: z.enum(['off', 'no_passport', 'no_service', 'connecting', 'receiving', 'waiting']),
  /** The Passport it receives with. */
  connectionId: ConnectionId.nullable(),
  account: z.string().nullable(),
  /** For `waiting`: when it tries again, and why it has to. */
  retryAt: Timestamp.nullable(),
  reason: z.string().nullable(),
})
export type ReceiverView = z.infer<typeof ReceiverView>

const ById = z.strictObject({ id: DeliveryId })

/** Files reach the computer of the vault's owner: to everyone else there is no inbox. */
const ownerReads = unlockedProcedure.meta({ access: 'owner', whileLocked: false })
const ownerWrites = writingProcedure.meta({ access: 'owner', whileLocked: false })

export const inbox = {
  list: ownerReads
    .route({ method: 'GET', path: '/inbox', summary: 'Deliveries, newest first' })
    .input(
      z.strictObject({
        query: z.string().max(200).optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ items: z.array(DeliveryView), nextCursor: z.string().nullable(), total: z.int() })),
  get: ownerReads
    .route({ method: 'GET', path: '/inbox/{id}', summary: 'One delivery' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(DeliveryView),
  receiver: ownerReads
    .route({ method: 'GET', path: '/inbox/receiver', summary: 'Whether this computer takes files from recipes, and as whom' })
    .output(ReceiverView),
  /** `path` of the answer is null once no file is left: one that was changed since it arrived stays, as one that is to be kept. */
  remove: ownerWrites
    .route({ method: 'DELETE', path: '/inbox/{id}', summary: 'Delete a delivery, and its file unless told to keep it' })
    .errors(errors('NOT_FOUND'))
    .input(ById.extend({ keepFile: z.boolean().optional() }))
    .output(DeliveryView),
}
