import { z } from 'zod'
import { ClientId, Subject } from '../domain/identifiers'
import { Timestamp } from './connection'
import { DisplayName } from './display-name'
import { errors } from './error'
import { writingProcedure } from './procedure'

/** An API token of the loopback HTTP API, without the token. */
export const ClientView = z.object({
  id: ClientId,
  name: z.string(),
  subject: z.string(),
  createdAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
})
export type ClientView = z.infer<typeof ClientView>

const ownerProcedure = writingProcedure.meta({ access: 'owner', whileLocked: false })

export const client = {
  list: ownerProcedure
    .route({ method: 'GET', path: '/clients', summary: 'API tokens, without the tokens' })
    .output(z.array(ClientView)),
  create: ownerProcedure
    .route({ method: 'POST', path: '/clients', summary: 'Make an API token; it is shown this once' })
    .input(z.strictObject({ name: DisplayName.max(80), subject: Subject.optional() }))
    .output(ClientView.extend({ token: z.string() })),
  revoke: ownerProcedure
    .route({ method: 'DELETE', path: '/clients/{id}', summary: 'Revoke an API token' })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ id: ClientId }))
    .output(ClientView),
}
