import { join } from 'node:path'
import { Hono } from 'hono'
import { allOrNone } from '../all-or-none'
import type { DemoControl } from '../control'
import { serveOnLoopback } from '../loopback-server'
import { type DemoPart, redirectUrisOf, type SeededOptions } from '../platform'
import { slackApp, slackWorkspaces } from './app'
import type { Approvals } from './approval'
import { channelPage } from './channel-page'
import { authorizePath, slackConsent } from './consent'
import { type SlackEvent, slackEvents } from './events'
import { honouredTokens } from './honoured-tokens'
import { openTokenLedger } from './token-ledger'
import { slackWebApi } from './web-api'
import { startWorkspace, type Workspace } from './workspace'

export interface DemoSlack extends DemoPart {
  url: string
  control: DemoControl['slack']
}

/** The demo's Slack: two emulated workspaces behind one address. Rejects, with nothing left running, when any part fails. */
export async function startSlack(options: SeededOptions): Promise<DemoSlack> {
  const { folder, origins, actors, derive } = options
  const registered = slackApp(derive)
  const redirectUris = redirectUrisOf(options, 'slackApi')
  const ledger = await openTokenLedger(join(folder, 'slack-tokens.json'))
  return allOrNone(async (track) => {
    const [main, ...others] = slackWorkspaces
    const workspaces: [Workspace, ...Workspace[]] = [track(await startWorkspace(main, registered, actors, redirectUris))]
    for (const identity of others) workspaces.push(track(await startWorkspace(identity, registered, actors, redirectUris)))
    const approvals: Approvals = new Map()
    const app = new Hono()
    app.route('/', channelPage(workspaces))
    app.route('/', slackConsent(workspaces, actors, redirectUris, approvals))
    app.route('/api', slackWebApi(workspaces, honouredTokens(workspaces, registered, ledger), approvals))
    const { url } = track(await serveOnLoopback(app))
    const events = slackEvents(`${origins[0]}/api/ingress/slackApi`, registered.signingSecret)
    track(events)
    const end = async (event: SlackEvent, teamId: string): Promise<void> => {
      await ledger.revokeAll(teamId)
      events.send(event, teamId)
      await events.idle()
    }
    return {
      url,
      control: {
        uninstall: (teamId) => end('app_uninstalled', teamId),
        revokeTokens: (teamId) => end('tokens_revoked', teamId),
      },
      endpoints: {
        slackApi: { authorizeUrl: `${url}${authorizePath}`, apiUrl: `${url}/api/`, loginHintParameter: 'login_hint' },
      },
      firstApps: { slackApi: { ...registered } },
    }
  })
}
