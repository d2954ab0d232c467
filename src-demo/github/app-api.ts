import type { Context, Hono } from 'hono'
import type { GitHubApp } from './app'
import { presentedApp } from './app-authorization'
import type { Placed } from './installation-changes'
import { appView, installationView } from './installation-view'
import { coveredBy } from './installations'
import { mintInstallationToken } from './mint'
import { pageOf } from './page-of'
import { refusal, restApi } from './refusal'
import type { Site } from './site'

/** What an App asks as itself, with a JWT. Source: GitHub REST API, "Apps". */
export function appApi(site: Site): Hono {
  const { directory, installations, changes } = site
  const api = restApi()
  const view = ({ installation, app, account }: Placed) => installationView(installation, app, account, site.origin())

  const placedOf = (app: GitHubApp): Placed[] =>
    installations.of(app.appId).flatMap((installation) => {
      const account = directory.account(installation.account)
      return account ? [{ installation, app, account }] : []
    })
  /** The App that asks, and its installation that the path names. One of another App is not found. */
  const named = async (c: Context): Promise<Placed & { jwt: string }> => {
    const { app, jwt } = await presentedApp(c, site)
    const placed = placedOf(app).find(({ installation }) => String(installation.id) === c.req.param('id'))
    if (placed === undefined) throw refusal.notFound()
    return { ...placed, jwt }
  }

  api.get('/app', async (c) => {
    const { app } = await presentedApp(c, site)
    const count = installations.of(app.appId).length
    return c.json({ ...appView(app, directory.users[0], site.origin()), installations_count: count })
  })
  api.get('/app/installations', async (c) => {
    const { app } = await presentedApp(c, site)
    return c.json(pageOf(c, placedOf(app), site.origin()).map(view))
  })
  api.get('/app/installations/:id', async (c) => c.json(view(await named(c))))
  api.delete('/app/installations/:id', async (c) => {
    await changes.uninstall(await named(c))
    return c.body(null, 204)
  })
  api.put('/app/installations/:id/suspended', async (c) => {
    await changes.suspend(await named(c))
    return c.body(null, 204)
  })
  api.delete('/app/installations/:id/suspended', async (c) => {
    await changes.unsuspend(await named(c))
    return c.body(null, 204)
  })
  api.post('/app/installations/:id/access_tokens', async (c) => {
    const { jwt, ...placed } = await named(c)
    return mintInstallationToken(site, placed, jwt, await c.req.text())
  })
  api.get('/repos/:owner/:repo/installation', async (c) => {
    const { app } = await presentedApp(c, site)
    const found = directory.repository(c.req.param('owner'), c.req.param('repo'))
    const placed = placedOf(app).find(
      ({ installation, account }) =>
        found && account === found.account && coveredBy(installation, account).includes(found.repository),
    )
    if (placed === undefined) throw refusal.notFound()
    return c.json(view(placed))
  })
  return api
}
