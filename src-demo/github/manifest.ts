import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { choiceForm, consentHeaders, demoPage, refusalPage } from '../consent-page'
import type { NewApp } from './app-registry'
import { appView } from './installation-view'
import { refusal, restApi } from './refusal'
import type { Site } from './site'

const WebUrl = z.url({ protocol: /^https?$/ })
/** What is read of a manifest. Events always go to the program that the demo belongs to, whatever `hook_attributes` says. */
const Manifest = z.object({
  name: z.string().min(1).max(34),
  description: z.string().default(''),
  redirect_url: WebUrl,
  callback_urls: z.array(WebUrl).min(1).max(10),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])).default({}),
  default_events: z.array(z.string()).default([]),
})

/** GitHub: the three steps are to be done within an hour. */
const LIFETIME_MS = 60 * 60 * 1000

/**
 * An App made from a manifest: the page that a form with `manifest` is posted to, and what its code is good for, once.
 * Source: GitHub, "Registering a GitHub App from a manifest".
 */
export function manifestFlow({ apps, directory, origin }: Pick<Site, 'apps' | 'directory' | 'origin'>): Hono {
  const flow = new Hono()
  const pending = new Map<string, { app: NewApp; until: number }>()

  flow.post('/settings/apps/new', async (c) => {
    const entered = new URLSearchParams(await c.req.text()).get('manifest') ?? ''
    const manifest = read(entered)
    if (manifest === undefined) return c.html(refusalPage('GitHub'), 400, consentHeaders)
    const fields = { manifest: entered, state: c.req.query('state') ?? '' }
    const body = html`
    <h1>Create ${manifest.name}?</h1>
    <p>The App will belong to ${directory.users[0]?.login}. Its key and secrets are handed to Neurocad Connect.</p>
    <ul>${Object.entries(manifest.default_permissions).map(([name, access]) => html`<li>${name}: ${access}</li>`)}</ul>
    <h2>Register</h2>
    ${choiceForm('/settings/apps', { label: 'Create GitHub App', fields }, 'first')}`
    return c.html(demoPage('Create GitHub App', body), 200, consentHeaders)
  })

  flow.post('/settings/apps', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const manifest = read(form.get('manifest') ?? '')
    if (manifest === undefined) return c.html(refusalPage('GitHub'), 400, consentHeaders)
    const code = randomBytes(20).toString('hex')
    pending.set(code, { app: newApp(manifest), until: Date.now() + LIFETIME_MS })
    const url = new URL(manifest.redirect_url)
    url.searchParams.set('code', code)
    const state = form.get('state') ?? ''
    if (state !== '') url.searchParams.set('state', state)
    for (const [name, value] of Object.entries(consentHeaders)) c.header(name, value)
    return c.redirect(url.href, 302)
  })

  const api = restApi()
  api.post('/app-manifests/:code/conversions', async (c) => {
    const code = c.req.param('code')
    const made = pending.get(code)
    pending.delete(code)
    if (made === undefined || made.until < Date.now()) throw refusal.notFound()
    const app = await apps.register(made.app)
    const secrets = { client_secret: app.clientSecret, webhook_secret: app.webhookSecret, pem: app.privateKey }
    return c.json({ ...appView(app, directory.users[0], origin()), ...secrets }, 201)
  })
  flow.route('/', api)
  return flow
}

function read(text: string): z.infer<typeof Manifest> | undefined {
  try {
    return Manifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const newApp = ({ name, description, ...manifest }: z.infer<typeof Manifest>): NewApp => ({
  name,
  description,
  // GitHub adds it to every App.
  permissions: { metadata: 'read', ...manifest.default_permissions },
  events: manifest.default_events,
  callbackUrls: manifest.callback_urls,
})
