import { z } from 'zod'
import { ConnectionId } from '../domain/identifiers'
import { errors } from './error'
import { writingProcedure } from './procedure'

const demoProcedure = writingProcedure.meta({ access: 'owner', whileLocked: false }).errors(errors('NOT_FOUND', 'DEMO_ONLY'))
const Done = z.object({ done: z.literal(true) })
const OfConnection = z.strictObject({ connectionId: ConnectionId })

/** What happens to people elsewhere, made to happen here: for demos and tests. Without the demo platform each answers `DEMO_ONLY`. */
export const demo = {
  takeBinding: demoProcedure
    .route({
      method: 'POST',
      path: '/demo/take-identity-binding',
      summary: 'A Passport loses its identity binding, as after half an authorization',
    })
    .input(OfConnection)
    .output(Done),
  leave: demoProcedure
    .route({ method: 'POST', path: '/demo/leave', summary: 'A member leaves the organisation: grants that they gave end' })
    .input(z.strictObject({ subject: z.string().min(1).max(128) }))
    .output(Done),
  comeBack: demoProcedure
    .route({ method: 'POST', path: '/demo/return', summary: 'A member who left is back' })
    .input(z.strictObject({ subject: z.string().min(1).max(128) }))
    .output(Done),
  uninstall: demoProcedure
    .route({
      method: 'POST',
      path: '/demo/uninstall',
      summary: 'Somebody takes the app away at Slack or GitHub, which says so by a signed event',
    })
    .input(OfConnection)
    .output(Done),
  suspend: demoProcedure
    .route({ method: 'POST', path: '/demo/suspend', summary: 'GitHub suspends the installation, or lifts the suspension' })
    .input(OfConnection.extend({ suspended: z.boolean().default(true) }))
    .output(Done),
  revokeTokens: demoProcedure
    .route({ method: 'POST', path: '/demo/revoke-tokens', summary: 'Slack or Neurocad revokes the tokens of a connection' })
    .input(OfConnection)
    .output(Done),
  dropAnswers: demoProcedure
    .route({ method: 'POST', path: '/demo/drop-answers', summary: 'The next answers of a demo service are lost on their way' })
    .input(
      z.strictObject({
        service: z.enum(['library', 'schematic', 'share_link', 'session_manager']),
        count: z.int().min(0).max(1000),
      }),
    )
    .output(Done),
}
