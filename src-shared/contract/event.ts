import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { ConnectionId, RecipeId } from '../domain/identifiers'
import { AuthorizationView } from './authorization'
import { ConnectionView } from './connection'
import { DeliveryView, ReceiverView } from './inbox'
import { unlockedProcedure } from './procedure'
import { ProviderAppView } from './provider-app'
import { RunSummary } from './run'
import { Settings } from './settings'

/** What changed, as redacted views. `reset` asks the reader to load everything anew: events were missed. */
export const ChangeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('reset') }),
  z.object({ kind: z.literal('connection'), connection: ConnectionView }),
  /** They are in no list any more. */
  z.object({ kind: z.literal('connections_purged'), connectionIds: z.array(ConnectionId) }),
  z.object({ kind: z.literal('authorization'), authorization: AuthorizationView }),
  z.object({ kind: z.literal('provider_app'), providerApp: ProviderAppView }),
  z.object({ kind: z.literal('settings'), settings: Settings }),
  /** These recipes, what they would do if deployed, or their deployments changed, or they are gone: read them again. */
  z.object({ kind: z.literal('recipes'), recipeIds: z.array(RecipeId) }),
  /** A grant of the reader's was given, revoked or ran out: read them again. */
  z.object({ kind: z.literal('grants') }),
  z.object({ kind: z.literal('run'), run: RunSummary }),
  z.object({ kind: z.literal('delivery'), delivery: DeliveryView }),
  z.object({ kind: z.literal('delivery_removed'), deliveryId: DeliveryView.shape.id }),
  z.object({ kind: z.literal('receiver'), receiver: ReceiverView }),
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
