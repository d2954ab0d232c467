import type { Context, Hono } from 'hono'
import { installationView } from './installation-view'
import { pageOf } from './page-of'
import { presentedToken, refusal, restApi } from './refusal'
import type { Site } from './site'

/** What an App asks as a user, with a user-to-server token. Source: GitHub REST API, "Users" and "Apps". */
export function userApi(site: Site): Hono {
  const { directory, apps, installations, tokens, emulated } = site
  const api = restApi()

  const presentedUser = (c: Context) => {
    const facts = tokens.find(presentedToken(c))
    if (facts === undefined) throw refusal.badCredentials()
    const app = apps.all().find(({ appId }) => appId === facts.appId)
    if (facts.kind !== 'user' || app === undefined) throw refusal.notForIntegrations()
    return { login: facts.login, app }
  }

  api.get('/user', async (c) => {
    const { login, app } = presentedUser(c)
    return (await emulated.of(app)).asUser(login, '/user')
  })
  api.get('/user/installations', (c) => {
    const { login, app } = presentedUser(c)
    const visible = directory.visibleTo(login).flatMap((account) => {
      const installation = installations.of(app.appId).find((candidate) => candidate.account === account.login)
      return installation ? [installationView(installation, app, account, site.origin())] : []
    })
    return c.json({ total_count: visible.length, installations: pageOf(c, visible, site.origin()) })
  })
  return api
}
