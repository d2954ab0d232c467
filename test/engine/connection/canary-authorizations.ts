import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { consentButton } from '../../demo/consent'
import { type CanaryAuthorization, type CanaryRun, me } from './canary-run'

/** How a type is authorized, once as the same account and once as another. */
export interface Authorized {
  type: CredentialTypeKey
  same?: CanaryAuthorization
  other: CanaryAuthorization
}

/**
 * Connects a type in every way that it can end: added, cancelled, with an answer that was tampered with, and everything that
 * can be chosen about an account that exists or differs. Answers the connection that was made first.
 */
export async function authorizeEveryWay(run: CanaryRun, { type, same = {}, other }: Authorized): Promise<ConnectionId> {
  const { resolve } = run.engine.useCases.authorization
  const first = await run.authorize(type, same)
  if (first?.connectionId === undefined) throw new Error(`${type} was not connected: ${JSON.stringify(first?.error)}`)
  const { connectionId } = first
  const { press, ...unpressed } = same
  if (press === undefined) await run.authorize(type, { ...unpressed, button: consentButton.cancel })
  for (const name of ['code', 'state', 'iss'])
    await run.authorize(type, { ...same, alter: (url) => url.replace(new RegExp(`\\b${name}=[^&]*`), `${name}=0000000000`) })
  await run.authorize(type, { ...same, alter: (url) => `${url}&code=twice&error=${new URL(url).searchParams.get('code')}` })
  for (const choice of ['discard', 'keep_as_new', 'reconnect_existing'] as const) {
    const exists = await run.authorize(type, same)
    if (exists) await run.attempt(resolve(me, { id: exists.authorizationId, choice }))
  }
  for (const choice of ['discard', 'keep_as_new', 'switch'] as const) {
    const differs = await run.authorize(type, { ...other, reconnects: connectionId })
    if (differs) await run.attempt(resolve(me, { id: differs.authorizationId, choice }))
  }
  await run.authorize(type, { ...other, reconnects: connectionId })
  return connectionId
}

/** Authorizes with a client secret that is wrong, and puts the right one back. */
export async function authorizeWithWrongSecret(run: CanaryRun, type: CredentialTypeKey): Promise<void> {
  const { providerApp } = run.engine.useCases
  const app = run.demo.firstApps[type] ?? {}
  const wrong = `wrong-client-secret-of-${type}`
  const [endpoint = ''] = Object.values(run.demo.endpoints[type] ?? {})
  run.secrets.add('client secret', wrong, new URL(endpoint).origin)
  await run.attempt(providerApp.set(me, { ...app, type, clientSecret: wrong }))
  await run.authorize(type)
  await run.attempt(providerApp.set(me, { ...app, type }))
  await run.attempt(providerApp.get(me, { type }))
}
