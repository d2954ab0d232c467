import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type AppFields,
  callAsApp,
  callGitHub,
  exchangeCode,
  installApp,
  installationIdOf,
  installationToken,
} from './github-client'
import { demoOrigin } from './temporary-demo'
import { githubRedirectUri, temporaryGitHub } from './temporary-github'

const manifest = {
  name: 'Neurocad for Ada',
  url: 'https://neurocad.example',
  hook_attributes: { url: 'https://neurocad.example/hook' },
  redirect_url: `${demoOrigin}/github/made`,
  callback_urls: [githubRedirectUri],
  default_permissions: { issues: 'write' },
  default_events: ['issues'],
}

/** Posts the manifest and presses the page's one button; answers where it goes back to. */
async function create(url: string, changes: Record<string, unknown> = {}): Promise<URL> {
  const body = new URLSearchParams({ manifest: JSON.stringify({ ...manifest, ...changes }) })
  const page = await fetch(`${url}/settings/apps/new?state=state-1`, { method: 'POST', body })
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html.match(/<button[^>]*>([^<]*)</g)).toHaveLength(1)
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const form = new URLSearchParams({ manifest: value('manifest'), state: value('state') })
  const answer = await fetch(`${url}/settings/apps`, { method: 'POST', body: form, redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

async function convert(url: string, code: string | null) {
  const answer = await fetch(`${url}/app-manifests/${code}/conversions`, { method: 'POST' })
  return { status: answer.status, body: (await answer.json()) as Record<string, string | number> }
}

test('an App made from a manifest is handed over once, whole, and works from install page to token, also after a restart', async () => {
  const github = await temporaryGitHub()
  const { platform } = github
  const back = await create(platform.url)
  expect(`${back.origin}${back.pathname}`).toBe(manifest.redirect_url)
  expect(back.searchParams.get('state')).toBe('state-1')
  const code = back.searchParams.get('code')
  const { status, body } = await convert(platform.url, code)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    slug: 'neurocad-for-ada',
    html_url: `${platform.url}/apps/neurocad-for-ada`,
    permissions: { issues: 'write', metadata: 'read' },
    pem: expect.stringContaining('BEGIN RSA PRIVATE KEY'),
    webhook_secret: expect.stringMatching(/^\w{40}$/),
  })
  expect((await convert(platform.url, code)).status).toBe(404)

  const app: AppFields = { appId: String(body.id), slug: String(body.slug), privateKey: String(body.pem) }
  const redirect = await installApp(platform, '', {}, app)
  expect(redirect).toContain(githubRedirectUri)
  const client = { client_id: String(body.client_id), client_secret: String(body.client_secret) }
  expect(await exchangeCode(platform, redirect, client)).toMatchObject({ token_type: 'bearer' })
  const token = await installationToken(platform, redirect, undefined, app)
  await github.restart()
  const { status: read } = await callGitHub(github.platform, 'repos/ada-lindqvist/sensor-board/issues', { token })
  expect(read).toBe(200)
  expect((await callAsApp(github.platform, 'app', 'GET', app)).body).toMatchObject({ name: manifest.name })
})

test('one App sees nothing of another: neither its installations nor its codes', async () => {
  const { platform } = await temporaryGitHub()
  const { body } = await convert(platform.url, (await create(platform.url)).searchParams.get('code'))
  const app: AppFields = { appId: String(body.id), slug: String(body.slug), privateKey: String(body.pem) }
  const redirect = await installApp(platform, '', {}, app)
  expect((await callAsApp(platform, `app/installations/${installationIdOf(redirect)}`)).status).toBe(404)
  expect(await exchangeCode(platform, redirect)).toMatchObject({ error: 'bad_verification_code' })
})

test('two Apps of one name have different slugs, ids and keys', async () => {
  const { platform } = await temporaryGitHub()
  const made = []
  for (let count = 0; count < 2; count++)
    made.push((await convert(platform.url, (await create(platform.url)).searchParams.get('code'))).body)
  expect(made.map(({ slug }) => slug)).toEqual(['neurocad-for-ada', 'neurocad-for-ada-2'])
  for (const name of ['id', 'client_id', 'client_secret', 'webhook_secret', 'pem'])
    expect(made[0]?.[name]).not.toEqual(made[1]?.[name])
})

test('an App made for this program follows it to another port', async () => {
  const github = await temporaryGitHub()
  const { body } = await convert(github.platform.url, (await create(github.platform.url)).searchParams.get('code'))
  await github.restart('http://127.0.0.1:59990')
  const redirect = await installApp(github.platform, '', {}, { slug: String(body.slug) })
  expect(redirect).toContain('http://127.0.0.1:59990/api/githubApi/oauth/callback?')
})

test('a code that was never given makes no App, and a page that is no manifest gives no code', async () => {
  const github = await temporaryGitHub()
  const { url } = github.platform
  expect((await convert(url, 'never-given')).status).toBe(404)
  for (const wrong of ['', 'not json', '{}', JSON.stringify({ ...manifest, redirect_url: 'javascript:alert(1)' })])
    for (const path of ['/settings/apps/new', '/settings/apps']) {
      const answer = await fetch(url + path, {
        method: 'POST',
        body: new URLSearchParams({ manifest: wrong }),
        redirect: 'manual',
      })
      expect(answer.status).toBe(400)
    }
  expect(JSON.parse(await readFile(join(github.folder, 'github-apps.json'), 'utf8')).made).toEqual([])
})
