import { expect, test } from 'vitest'
import { approve, consentButton } from '../../demo/consent'
import { signOutEverywhere } from '../../demo/passport-client'
import { ada, follow, grace } from './engine-fixture'
import { idOf, known, passportType, startPassportEngine } from './passport-fixture'

/** A value as it is, and as it would look inside a file that somebody forgot to seal. */
const forms = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
  Buffer.from(Buffer.from(secret).toString('hex')),
]

const tokenNames = ['access_token', 'refresh_token', 'id_token', 'identity_token'] as const

test('no token, code, state or verifier of a Passport is in any view, change, error, log line or file of the vault', async () => {
  const running = await startPassportEngine()
  const { connection, authorization } = running.engine.useCases
  const secrets = new Set<string>()
  const named = new Map<string, number>()
  const said: unknown[] = []
  const listen = async (url: string, init: RequestInit) => {
    for (const name of ['code_verifier', 'code']) {
      const sent = init.body instanceof URLSearchParams ? init.body.get(name) : null
      if (sent !== null) secrets.add(sent)
    }
    const response = await fetch(url, init)
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined)
    for (const name of tokenNames) {
      const token: unknown = Object(body)[name]
      if (typeof token !== 'string') continue
      secrets.add(token)
      named.set(name, (named.get(name) ?? 0) + 1)
    }
    return response
  }
  running.setFetch(listen)
  const attempt = async (work: Promise<unknown>) => {
    said.push(await work.catch((error: unknown) => ({ error: String(error), ...Object(error) })))
  }
  const authorize = async (button?: string, alter = (url: string) => url) => {
    const { authorizationUrl, authorizationId } = await authorization.add(known(ada), { type: passportType })
    const redirect = await approve(authorizationUrl, button)
    for (const name of ['code', 'state']) secrets.add(new URL(redirect).searchParams.get(name) ?? 'none was given')
    await attempt(follow(running.engine, alter(redirect), passportType))
    await attempt(authorization.get(ada, { id: authorizationId }))
  }

  const id = idOf(await running.add(known(ada)))
  await authorize()
  await authorize('Noor')
  await authorize(consentButton.cancel)
  await authorize('', (url) => url.replace(/code=[^&]*/, 'code=0000000000'))
  await authorize('', (url) => url.replace(/iss=[^&]*/, 'iss=http%3A%2F%2F127.0.0.1%3A1'))
  running.setFetch(async (url, init) =>
    url.endsWith('/identity/exchange') ? new Response(String(new Headers(init.headers)), { status: 401 }) : listen(url, init),
  )
  await authorize()
  running.setFetch(listen)
  for (const minutes of [14.5, 60]) {
    running.clock.advance(minutes * 60_000)
    await attempt(running.identityOf(id).then(() => 'resolved'))
  }
  await attempt(connection.test(ada, { id }))
  await attempt(connection.diagnose(ada, { id }))
  await signOutEverywhere(running.demo, 'user_demo_ada')
  await attempt(connection.test(ada, { id }))
  await attempt(running.identityOf(id))
  await attempt(running.reconnect(id, known(ada)))
  for (const context of [ada, grace]) {
    await attempt(connection.list(context, { limit: 50 }))
    await attempt(connection.history(context, { id, limit: 50 }))
  }
  await attempt(connection.remove(ada, { id }))
  await running.engine.lock()

  const everything = [
    Buffer.from(JSON.stringify([said, running.changes, running.logger.lines])),
    ...[...running.files.contents].map(([, bytes]) => Buffer.from(bytes)),
  ]
  // The search is known to work: what is no secret is found, and there were secrets of every kind to look for.
  expect(everything[0]?.includes('ada.lindqvist')).toBe(true)
  expect([...named.keys()].sort()).toEqual([...tokenNames].sort())
  for (const secret of secrets) {
    for (const form of forms(secret)) for (const place of everything) expect(place.includes(form), `${form} leaked`).toBe(false)
  }
  await running.stop()
})
