import { z } from 'zod'
import { Person } from './connection'
import { errors } from './error'
import { openProcedure, unlockedProcedure, vaultProcedure } from './procedure'
import { VaultState } from './vault'

const Session = z.object({
  /** Sent as `Authorization: Bearer`; lives as long as the process. */
  token: z.string(),
  actor: Person,
  /** Those the page can switch between: more than one only in the demo. */
  actors: z.array(Person),
})
export type Session = z.infer<typeof Session>

export const health = {
  get: openProcedure
    .route({ method: 'GET', path: '/health', summary: 'Whether the server answers, and how the vault stands' })
    .output(z.object({ status: z.literal('ok'), version: z.string(), vault: VaultState })),
}

export const session = {
  exchange: openProcedure
    .route({ method: 'POST', path: '/session', summary: 'Exchange a ticket (60 s, once) for a session token' })
    .errors(errors('UNAUTHORIZED'))
    .input(z.strictObject({ ticket: z.string().min(1).max(200) }))
    .output(Session),
  current: vaultProcedure
    .meta({ access: 'client', whileLocked: true })
    .route({ method: 'GET', path: '/session', summary: 'Who the token acts as' })
    .output(Session.omit({ token: true })),
  switch: vaultProcedure
    .meta({ access: 'client', whileLocked: true })
    .route({ method: 'POST', path: '/session/actor', summary: 'Demo only: act as the other account' })
    .input(z.strictObject({ subject: z.string().max(128) }))
    .output(Session),
  presence: unlockedProcedure
    .route({ method: 'POST', path: '/session/presence', summary: 'Somebody is using the page: puts off the automatic lock' })
    .output(z.object({})),
}
