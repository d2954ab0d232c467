import { expect, onTestFinished, test } from 'vitest'
import { ada } from './engine-fixture'
import { idOf, startPassportEngine } from './passport-fixture'

const refused = () => Response.json({ error: 'invalid_token' }, { status: 401 })

/** A Passport whose access token is refused, at a sign-in server whose token endpoint answers like this. */
async function withRefusedToken(refresh: () => Response) {
  const running = await startPassportEngine()
  onTestFinished(() => running.stop())
  const id = idOf(await running.add())
  running.setFetch(async (url, init) => {
    const { pathname } = new URL(url)
    if (pathname.endsWith('/oauth2/token')) return refresh()
    return pathname.includes('.well-known') ? fetch(url, init) : refused()
  })
  return { running, id }
}

test('a refused token whose refresh does not work for now moves nothing: new tokens may come yet', async () => {
  const { running, id } = await withRefusedToken(() => new Response('down', { status: 503 }))
  expect(await running.engine.useCases.connection.test(ada, { id })).toMatchObject({ result: 'failure' })
  expect(await running.get(id)).toMatchObject({ status: 'active', lastTestResult: 'failure', distressed: true })
})

test('a refused token whose refresh is refused too asks for a reconnect', async () => {
  const { running, id } = await withRefusedToken(() => Response.json({ error: 'invalid_grant' }, { status: 400 }))
  expect(await running.engine.useCases.connection.test(ada, { id })).toMatchObject({ result: 'failure' })
  expect(await running.get(id)).toMatchObject({ status: 'needs_reauth', statusReason: 'invalid_grant' })
})
