import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DemoControl } from '../control'
import { serveOnLoopback } from '../loopback-server'
import { type DemoPart, redirectUrisOf, type SeededOptions } from '../platform'
import { appApi } from './app-api'
import { openAppRegistry } from './app-registry'
import { gitHubDirectory } from './directory'
import { emulatedGitHubs } from './emulated-github'
import { honouredTokens } from './honoured-tokens'
import { installPage } from './install-page'
import { installationApi } from './installation-api'
import { installationChanges, type Placed } from './installation-changes'
import { openInstallations } from './installations'
import { issuePage } from './issue-page'
import { manifestFlow } from './manifest'
import { oauthToken } from './oauth-token'
import { placedIn, settingsPage } from './settings-page'
import type { Site } from './site'
import { openGitHubTokenLedger } from './token-ledger'
import { userApi } from './user-api'
import { userCodes } from './user-codes'
import { webhooks } from './webhook'

export interface DemoGitHub extends DemoPart {
  url: string
  control: DemoControl['github']
}

/**
 * The demo's GitHub: pages and REST API at one address, `emulate` behind them. Rejects, with nothing left running, when a
 * file of its folder is not its own, or it cannot listen.
 */
export async function startGitHub(options: SeededOptions): Promise<DemoGitHub> {
  const { folder, origins, actors, derive } = options
  const apps = await openAppRegistry({ folder, derive, origin: origins[0], callbackUrls: redirectUrisOf(options, 'githubApi') })
  const installations = await openInstallations(folder)
  const ledger = await openGitHubTokenLedger(folder)
  const directory = gitHubDirectory(actors)
  const hooks = webhooks(`${origins[0]}/api/ingress/githubApi`)
  let url = ''
  const origin = () => url
  const emulated = emulatedGitHubs(directory, origin)
  const changes = installationChanges(installations, directory, hooks, origin)
  const tokens = honouredTokens(ledger, emulated)
  const site: Site = { origin, directory, apps, installations, changes, tokens, codes: userCodes(), emulated }

  const app = new Hono()
  app.post('*', bodyLimit({ maxSize: 1024 * 1024 }))
  app.get('/', (c) => c.redirect('/settings/installations', 302))
  const parts = [
    installPage(site, actors),
    settingsPage(site),
    issuePage(site),
    manifestFlow(site),
    oauthToken(site),
    appApi(site),
    userApi(site),
  ]
  // Last: it has an answer to everything.
  for (const part of [...parts, installationApi(site)]) app.route('/', part)
  const server = await serveOnLoopback(app)
  url = server.url
  const { appId, slug, clientId, clientSecret, privateKey, webhookSecret } = apps.demo
  let closing: Promise<unknown> | undefined
  const change = async (id: number, make: (placed: Placed) => Promise<void>): Promise<void> => {
    const placed = placedIn(site, id)
    if (placed === undefined) return
    await make(placed)
    await hooks.idle()
  }
  return {
    url,
    control: {
      uninstall: (id) => change(id, changes.uninstall),
      suspend: (id, suspended) => change(id, suspended ? changes.suspend : changes.unsuspend),
    },
    endpoints: { githubApi: { webUrl: `${url}/`, apiUrl: `${url}/`, loginHintParameter: 'login_hint' } },
    firstApps: {
      githubApi: { appId: String(appId), slug, clientId, clientSecret, privateKey, signingSecret: webhookSecret },
    },
    close: async () => {
      closing ??= Promise.all([server.close(), hooks.close(), emulated.close()])
      await closing
    },
  }
}
