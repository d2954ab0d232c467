import { randomBytes } from 'node:crypto'
import { startEmulator } from '../loopback-emulator'
import type { DemoActor } from '../platform'
import { type SlackApp, slackAppId, slackAppName, type WorkspaceIdentity } from './app'

/** What an app asks a person to approve. */
export interface ConsentRequest {
  clientId: string
  redirectUri: string
  /** Comma separated, as Slack has it. */
  scope: string
  state: string
}

/** One Slack workspace: an `emulate` of its own, because each knows a single team. */
export interface Workspace {
  identity: WorkspaceIdentity
  /** The emulator's refusal of an authorization request (unknown client, foreign redirect URI), or undefined. */
  refuses(request: ConsentRequest): Promise<Response | undefined>
  /** Approves as one of the actors, by subject; answers the redirect URL with its code and state. */
  approve(request: ConsentRequest, subject: string): Promise<URL>
  /** Calls a Web API method, for example `auth.test`. */
  call(method: string, init: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** `emulate` gives every team this id and lets no seed change it. */
const emulatedTeamId = 'T000000001'

export async function startWorkspace(
  identity: WorkspaceIdentity,
  app: SlackApp,
  actors: readonly DemoActor[],
  redirectUris: string[],
): Promise<Workspace> {
  const directoryToken = `demo-directory-${randomBytes(20).toString('hex')}`
  const emulator = await startEmulator({
    service: 'slack',
    // Only shows in links to messages; nothing is served there.
    baseUrl: `https://${identity.domain}.slack.invalid`,
    seed: { tokens: {}, slack: seed({ identity, app, actors, redirectUris, directoryToken }) },
  })
  const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${emulator.url}${path}`, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' })

  const directory = await post('/api/users.list', {}, { authorization: `Bearer ${directoryToken}` })
  const userIds = userIdsByName(await directory.json())

  return {
    identity,
    async refuses({ clientId, redirectUri, scope, state }) {
      const query = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, scope, state })
      const answer = await fetch(`${emulator.url}/oauth/v2/authorize?${query}`)
      return answer.ok ? undefined : answer
    },
    async approve({ clientId, redirectUri, scope, state }, subject) {
      const answer = await post('/oauth/v2/authorize/callback', {
        user_id: userIds.get(subject) ?? '',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope,
        state,
      })
      return new URL(answer.headers.get('location') ?? '')
    },
    async call(method, init) {
      const answer = await fetch(`${emulator.url}/api/${method}`, init)
      return withTeamId(answer, identity.teamId)
    },
    close: () => emulator.close(),
  }
}

interface Seeded {
  identity: WorkspaceIdentity
  app: SlackApp
  actors: readonly DemoActor[]
  redirectUris: string[]
  directoryToken: string
}

function seed({ identity, app, actors, redirectUris, directoryToken }: Seeded) {
  return {
    team: { name: identity.name, domain: identity.domain },
    users: actors.map(({ subject, label }) => ({ name: subject, real_name: label })),
    oauth_apps: [
      {
        client_id: app.clientId,
        client_secret: app.clientSecret,
        app_id: slackAppId,
        name: slackAppName,
        redirect_uris: redirectUris,
        bot_id: identity.botId,
        bot_user_id: identity.botUserId,
        bot_name: 'neurocad',
      },
    ],
    tokens: [{ token: directoryToken, user: 'admin', scopes: ['users:read'] }],
    // Slack refuses what a token has no scope for; without this the emulator would not.
    strict_scopes: true,
  }
}

/** Slack user ids by user name, from `users.list`. The emulator draws them anew at every start. */
function userIdsByName(answer: unknown): Map<string, string> {
  const { members } = answer as { members: { id: string; name: string }[] }
  return new Map(members.map(({ id, name }) => [name, id]))
}

/** The same JSON answer, with the workspace's own team id wherever the emulator's stands. */
async function withTeamId(answer: Response, teamId: string): Promise<Response> {
  const json: unknown = JSON.parse(await answer.text(), (_key, value: unknown) => (value === emulatedTeamId ? teamId : value))
  return Response.json(json, { status: answer.status })
}
