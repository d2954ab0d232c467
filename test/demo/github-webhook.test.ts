import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { serveOnLoopback } from '../../src-demo/loopback-server'
import { approve, consentForms } from './consent'
import { callAsApp, callGitHub, installApp, installationIdOf, installationToken, installButton } from './github-client'
import { temporaryGitHub } from './temporary-github'

interface Delivery {
  path: string
  headers: Record<string, string>
  body: string
}

/** Where events go: `next` answers each in turn, as it comes. */
async function receiver(status: 204 | 500 = 204) {
  const waiting: ((delivery: Delivery) => void)[] = []
  const arrived: Delivery[] = []
  const app = new Hono()
  app.post('*', async (c) => {
    const delivery = { path: c.req.path, headers: c.req.header(), body: await c.req.text() }
    const taker = waiting.shift()
    if (taker === undefined) arrived.push(delivery)
    else taker(delivery)
    return c.body(null, status)
  })
  const server = await serveOnLoopback(app)
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= server.close()
    return closing
  }
  onTestFinished(close)
  const next = (): Promise<Delivery> =>
    new Promise((resolve) => {
      const delivery = arrived.shift()
      if (delivery === undefined) waiting.push(resolve)
      else resolve(delivery)
    })
  return { origin: server.url, next, close }
}

const settings = (url: string, rest = '') => `${url}/settings/installations${rest}`

test('what happens to an installation on its page is told to the App, signed, each time under an id of its own', async () => {
  const { origin, next } = await receiver()
  const { platform } = await temporaryGitHub(origin)
  const id = installationIdOf(await installApp(platform))
  const deliveries: Delivery[] = []
  for (const button of ['Suspend', 'Unsuspend', 'Uninstall']) {
    await approve(settings(platform.url), button)
    deliveries.push(await next())
  }
  const secret = platform.firstApps.githubApi?.signingSecret ?? ''
  for (const { path, headers, body } of deliveries) {
    expect(path).toBe('/api/ingress/githubApi')
    expect(headers).toMatchObject({
      'x-github-event': 'installation',
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    })
  }
  expect(new Set(deliveries.map(({ headers }) => headers['x-github-delivery'])).size).toBe(3)
  const about = {
    id: Number(id),
    app_id: 1200001,
    account: { login: 'ada-lindqvist', type: 'User' },
    repository_selection: 'all',
  }
  expect(deliveries.map(({ body }) => JSON.parse(body))).toMatchObject([
    { action: 'suspend', installation: { ...about, suspended_at: expect.any(String) }, sender: { login: 'ada-lindqvist' } },
    { action: 'unsuspend', installation: { ...about, suspended_at: null } },
    { action: 'deleted', installation: about, repositories: [{ name: 'sensor-board' }, {}, {}] },
  ])
})

test('what an App does to its installation itself is told as well', async () => {
  const { origin, next } = await receiver()
  const { platform } = await temporaryGitHub(origin)
  const path = `app/installations/${installationIdOf(await installApp(platform, installButton.organization))}`
  const actions: unknown[] = []
  for (const [rest, method] of [
    ['/suspended', 'PUT'],
    ['/suspended', 'DELETE'],
    ['', 'DELETE'],
  ] as const) {
    await callAsApp(platform, path + rest, method)
    const { action, sender } = JSON.parse((await next()).body)
    actions.push([action, sender.login])
  }
  expect(actions).toEqual([
    ['suspend', 'ada-lindqvist'],
    ['unsuspend', 'ada-lindqvist'],
    ['deleted', 'ada-lindqvist'],
  ])
})

test('a repository taken out or put in on the page is so for tokens given before, and told', async () => {
  const { origin, next } = await receiver()
  const { platform } = await temporaryGitHub(origin)
  const redirect = await installApp(platform, installButton.someRepositories)
  const token = await installationToken(platform, redirect)
  const page = settings(platform.url, `/${installationIdOf(redirect)}`)
  const status = async (name: string) => (await callGitHub(platform, `repos/ada-lindqvist/${name}`, { token })).status

  await approve(page, 'Remove sensor-board')
  const removed = await next()
  expect(removed.headers).toMatchObject({ 'x-github-event': 'installation_repositories' })
  expect(JSON.parse(removed.body)).toMatchObject({
    action: 'removed',
    repositories_removed: [{ name: 'sensor-board' }],
    repositories_added: [],
  })
  await approve(page, 'Add sketches')
  expect(JSON.parse((await next()).body)).toMatchObject({ action: 'added', repositories_added: [{ name: 'sketches' }] })
  expect([await status('sensor-board'), await status('enclosure'), await status('sketches')]).toEqual([404, 200, 200])

  await approve(page, 'All repositories')
  await next()
  expect(await status('sensor-board')).toBe(200)
})

test('a delivery that fails is not sent again and does not break the page', async () => {
  const { origin, next, close } = await receiver(500)
  const { platform } = await temporaryGitHub(origin)
  await installApp(platform)
  await approve(settings(platform.url), 'Suspend')
  expect(JSON.parse((await next()).body)).toMatchObject({ action: 'suspend' })
  await approve(settings(platform.url), 'Unsuspend')
  expect(JSON.parse((await next()).body)).toMatchObject({ action: 'unsuspend' })
  await close()
  await approve(settings(platform.url), 'Uninstall')
  expect(await consentForms(settings(platform.url))).toEqual([])
})

test('the page of an organization’s installation is at the address that the API gives for it', async () => {
  const { platform } = await temporaryGitHub()
  for (const button of [undefined, installButton.organization]) {
    const id = installationIdOf(await installApp(platform, button))
    const { html_url: page } = (await callAsApp(platform, `app/installations/${id}`)).body as { html_url: string }
    const buttons = (await consentForms(page)).map((form) => form.button)
    expect(buttons.filter((label) => label.startsWith('Remove'))).toHaveLength(3)
  }
})
