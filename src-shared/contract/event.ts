import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { AuthorizationView } from './authorization'
import { ConnectionView } from './connection'
import { unlockedProcedure } from './procedure'
import { ProviderAppView } from './provider-app'
import { Settings } from './settings'

/** What changed, as redacted views. `reset` asks the reader to load everything anew: events were missed. */
export const ChangeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('reset') }),
  z.object({ kind: z.literal('connection'), connection: ConnectionView }),
  z.object({ kind: z.literal('authorization'), authorization: AuthorizationView }),
  z.object({ kind: z.literal('provider_app'), providerApp: ProviderAppView }),
  z.object({ kind: z.literal('settings'), settings: Settings }),
  /** What a type's page says changed otherwise: read it again. */
  z.object({ kind: z.literal('type'), type: CredentialTypeKey }),
])
export type ChangeEvent = z.infer<typeof ChangeEvent>

/** A stream that starts with `ready` (or `reset`) and ends when the vault is locked. Each event has an id to resume from. */
export const event = {
  stream: unlockedProcedure
    .route({ method: 'GET', path: '/events', summary: 'Server-sent events of what changed; resumes with Last-Event-ID' })
    .output(eventIterator(ChangeEvent)),
}
