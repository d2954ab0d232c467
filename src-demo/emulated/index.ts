import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Hono } from 'hono'
import { allOrNone } from '../all-or-none'
import { serveOnLoopback } from '../loopback-server'
import { type DemoActor, type DemoPart, linkUriOf, redirectUrisOf, type SeededOptions } from '../platform'
import { apiRoutes } from './api-routes'
import { lazyBackend } from './backend'
import { type Approvals, emulatedConsent } from './consent'
import { openGrantLedger } from './grant-ledger'
import { LiveGrants } from './live-grants'
import type { EmulatedApp, EmulatedPerson, EmulatedService } from './service'
import { emulatedServices } from './services'
import { tokenRoutes } from './token-routes'

/** More than any of the services has in a secret. */
const SECRET_BYTES = 64

/**
 * Starts a front for each of emulate's services that types are declared for; the emulators behind them start when somebody
 * asks. Rejects, with nothing left running, when any front fails.
 */
export function startEmulated(options: SeededOptions): Promise<DemoPart> {
  return allOrNone(async (track) => {
    const endpoints: DemoPart['endpoints'] = {}
    const firstApps: DemoPart['firstApps'] = {}
    for (const service of emulatedServices) {
      const { url, app } = track(await startFront(service, options))
      endpoints[service.type] = { ...service.endpoints(url), loginHintParameter: 'login_hint' }
      firstApps[service.type] = {
        clientId: app.clientId,
        clientSecret: app.clientSecret,
        ...service.appFields?.(url),
      }
    }
    return { endpoints, firstApps }
  })
}

async function startFront(service: EmulatedService, options: SeededOptions) {
  const ledger = await openGrantLedger(join(options.folder, `${service.emulator}-grants.json`))
  const people = options.actors.map((actor) => personAt(service, actor))
  const app: EmulatedApp = {
    clientId: service.clientId,
    clientSecret: service.secretOf(options.derive(`${service.emulator} client secret`, SECRET_BYTES)),
    name: 'Neurocad Connect',
    redirectUris: [...redirectUrisOf(options, service.type), ...(service.takesLinks ? [linkUriOf(service.type)] : [])],
  }
  // It listens before it has anything to answer: the emulator has to know its address, and nobody else does yet.
  const front = new Hono()
  const server = await serveOnLoopback(front)
  const backend = lazyBackend(service, app, people, server.url)
  const approvals: Approvals = new Map()
  const live = new LiveGrants(backend, people)
  front.route('/', emulatedConsent(service, app, people, backend, approvals))
  front.route('/', tokenRoutes(service, app, { backend, approvals, ledger, live }))
  front.route('/', apiRoutes(service, people, { backend, ledger, live }))
  const close = async () => {
    await server.close()
    await backend.close()
  }
  return { url: server.url, app, close }
}

/** A UUID and an address that are made from who they are. */
function personAt({ emulator }: EmulatedService, { subject, label }: DemoActor): EmulatedPerson {
  const hash = createHash('sha256').update(`${emulator} ${subject}`).digest('hex')
  const id = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join(
    '-',
  )
  const mailbox = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
  return { subject, label, email: `${mailbox === '' ? id : mailbox}@larkspur.example`, id }
}
