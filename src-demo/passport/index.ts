import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { Provider } from 'oidc-provider'
import { allOrNone } from '../all-or-none'
import type { DemoControl } from '../control'
import { serveOnLoopback } from '../loopback-server'
import { type DemoOptions, linkUriOf, redirectUrisOf } from '../platform'
import { openSigningKey } from '../signing-key'
import { adapterOn } from './adapter'
import { passportPaths } from './app'
import { judgeAuthorization } from './authorization'
import { passportConsent } from './consent'
import { createIdentityProvider } from './identity-provider'
import { openRecordStore } from './record-store'
import { endSessions, passportSessions } from './sessions'

/** The demo's Cognito, running. */
export interface DemoPassport {
  /** Its issuer: an origin without a trailing slash. */
  url: string
  /** Answers who an access token is of. */
  userinfoUrl: string
  control: DemoControl['passport']
  close(): Promise<void>
}

const type = 'neurocadUserIdentityApi'

/** Seconds. */
const RETRY_WINDOW = 60
const ACCESS_TOKEN = 60 * 60

/** Starts the demo's Cognito: `oidc-provider`, with the demo's own consent page in front. Rejects with nothing left running. */
export async function startPassport(options: DemoOptions): Promise<DemoPassport> {
  const { folder, actors, passport = {} } = options
  const store = await openRecordStore(join(folder, 'passport-grants.json'))
  const signingKey = await openSigningKey(join(folder, 'passport-key.json'), 'RS256')
  return allOrNone(async (track) => {
    // Both listen before they have anything to answer: the issuer is an address, and nobody knows it yet.
    const [front, behind] = [new Hono<NodeEnvironment>(), new Hono<NodeEnvironment>()]
    const { url } = track(await serveOnLoopback(front))
    const inner = track(await serveOnLoopback(behind))
    const provider = await createIdentityProvider({
      issuer: url,
      adapter: adapterOn(store, passport.retryWindowSeconds ?? RETRY_WINDOW),
      signingKey,
      actors,
      redirectUris: [...redirectUrisOf(options, type), linkUriOf(type)],
      accessTokenSeconds: passport.accessTokenSeconds ?? ACCESS_TOKEN,
    })
    behind.all('*', handledBy(provider))
    front.route(
      '/',
      passportConsent(actors, (query) => judgeAuthorization(provider, inner.url, query)),
    )
    front.route('/', passportSessions(actors, store))
    front.all('*', handledBy(provider))
    return {
      url,
      userinfoUrl: `${url}${passportPaths.userinfo}`,
      control: { revokeTokens: (subject) => endSessions(store, subject) },
    }
  })
}

interface NodeEnvironment {
  Bindings: HttpBindings
}

/** Hands a request on as Node has it. */
function handledBy(provider: Provider) {
  const handle = provider.callback()
  return async ({ env }: { env: HttpBindings }): Promise<Response> => {
    await handle(env.incoming, env.outgoing)
    return RESPONSE_ALREADY_SENT
  }
}
