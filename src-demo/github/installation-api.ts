import type { Context, Hono } from 'hono'
import type { GitHubRepository } from './directory'
import { selectionOf } from './installation-view'
import { coveredBy } from './installations'
import { pageOf } from './page-of'
import { presentedToken, refusal, restApi } from './refusal'
import type { Site } from './site'

/**
 * What an App asks with an installation token: lists and repositories, which the emulator answers. Of those that the token does not cover,
 * nothing exists. Source: GitHub REST API, "Apps" and "Authenticating as a GitHub App installation".
 */
export function installationApi({ origin, directory, apps, installations, tokens, emulated }: Site): Hono {
  const api = restApi()

  const presentedInstallation = (c: Context) => {
    const token = presentedToken(c)
    const facts = tokens.find(token)
    if (facts === undefined) throw refusal.badCredentials()
    if (facts.kind !== 'installation') throw refusal.notForIntegrations()
    const installation = installations.find(facts.installationId)
    const app = apps.all().find(({ appId }) => appId === facts.appId)
    const account = directory.account(installation?.account ?? '')
    if (installation === undefined || app === undefined || account === undefined) throw refusal.badCredentials()
    if (installation.suspended !== null) throw refusal.suspended()
    const covered = coveredBy(installation, account).filter(({ name }) => facts.repositories?.includes(name) ?? true)
    const call = async (path: string, init?: RequestInit): Promise<Response> =>
      (await emulated.of(app)).call(path, await tokens.standIn(token, facts, app, account), init)
    return { token, facts, installation, covered, call }
  }

  api.get('/installation/repositories', async (c) => {
    const { facts, installation, covered, call } = presentedInstallation(c)
    const whole = async ({ fullName }: GitHubRepository): Promise<unknown> => (await call(`/repos/${fullName}`)).json()
    return c.json({
      total_count: covered.length,
      repository_selection: facts.repositories === null ? selectionOf(installation) : 'selected',
      repositories: await Promise.all(pageOf(c, covered, origin()).map(whole)),
    })
  })
  api.delete('/installation/token', async (c) => {
    await tokens.revoke(presentedInstallation(c).token)
    return c.body(null, 204)
  })
  api.all('/repos/:owner/:repo/:rest{.*}?', async (c) => {
    const { covered, call } = presentedInstallation(c)
    const found = directory.repository(c.req.param('owner'), c.req.param('repo'))
    if (found === undefined || !covered.includes(found.repository)) throw refusal.notFound()
    const url = new URL(c.req.url)
    // As it came, escapes included, but for the names, which the emulator compares by case.
    const rest = url.pathname.split('/').slice(4)
    return call(`/repos/${[found.repository.fullName, ...rest].join('/')}${url.search}`, {
      method: c.req.method,
      headers: passedOn(c),
      ...(['GET', 'HEAD'].includes(c.req.method) ? {} : { body: await c.req.text() }),
    })
  })
  // Everything else that GitHub has is not an installation's to ask, or not in the demo.
  api.all('/*', (c) => {
    if (c.req.header('authorization') === undefined) throw refusal.notFound()
    presentedInstallation(c)
    throw refusal.notForIntegrations()
  })
  return api
}

/** The headers that an answer depends on. */
function passedOn(c: Context): Headers {
  const headers = new Headers()
  for (const name of ['accept', 'content-type']) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  return headers
}
