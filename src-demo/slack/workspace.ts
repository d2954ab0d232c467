import { randomBytes } from 'node:crypto'
import { startEmulator } from '../loopback-emulator'
import type { DemoActor } from '../platform'
import { type SlackApp, slackAppId, slackAppName, slackChannel, type WorkspaceIdentity } from './app'

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
  /** Its channels with their newest messages, as somebody there sees them. */
  channels(): Promise<ChannelView[]>
  close(): Promise<void>
}

export interface ChannelView {
  name: string
  messages: { author: string; text: string }[]
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

  const asAdministrator = async (method: string, form: Record<string, string> = {}): Promise<AdministratorSees> => {
    const answer = await post(`/api/${method}`, form, { authorization: `Bearer ${directoryToken}` })
    return (await answer.json()) as AdministratorSees
  }
  const { members } = await asAdministrator('users.list')
  const userIds = new Map(members.map(({ id, name }) => [name, id]))
  const names = new Map(members.map(({ id, name, real_name: realName }) => [id, realName ?? name]))
  const emulatedChannelId = await idOfChannel(asAdministrator)
  if (identity.hasInvited)
    await asAdministrator('conversations.invite', { channel: emulatedChannelId, users: identity.botUserId })

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
      const { body } = init
      const sent = typeof body === 'string' ? { body: body.replaceAll(slackChannel.id, emulatedChannelId) } : {}
      const answer = await fetch(`${emulator.url}/api/${method}`, { ...init, ...sent })
      const ids = new Map<unknown, string>([
        [emulatedTeamId, identity.teamId],
        [emulatedChannelId, slackChannel.id],
      ])
      return withOwnIds(answer, ids)
    },
    async channels() {
      const { channels } = await asAdministrator('conversations.list')
      return Promise.all(
        channels.map(async ({ id, name }) => {
          const { messages } = await asAdministrator('conversations.history', { channel: id })
          return { name, messages: messages.map(({ user, text }) => ({ author: names.get(user) ?? user, text })) }
        }),
      )
    },
    close: () => emulator.close(),
  }
}

const administratorScopes = ['users:read', 'channels:read', 'channels:history', 'channels:manage', 'channels:write']

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
    channels: [{ name: slackChannel.name, topic: slackChannel.topic }],
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
    tokens: [{ token: directoryToken, user: 'admin', scopes: administratorScopes }],
    // Slack refuses what a token has no scope for; without this the emulator would not.
    strict_scopes: true,
  }
}

/** What of the emulator's answers is read here. It draws ids of users and channels anew at every start. */
interface AdministratorSees {
  members: { id: string; name: string; real_name?: string }[]
  channels: { id: string; name: string }[]
  messages: { user: string; text: string }[]
}

async function idOfChannel(asAdministrator: (method: string) => Promise<AdministratorSees>): Promise<string> {
  const { channels } = await asAdministrator('conversations.list')
  const found = channels.find(({ name }) => name === slackChannel.name)
  if (found === undefined) throw new Error('the emulator has no channel of ours')
  return found.id
}

/** The same JSON answer, with the workspace's own ids wherever the emulator's stand. */
async function withOwnIds(answer: Response, ids: ReadonlyMap<unknown, string>): Promise<Response> {
  const json: unknown = JSON.parse(await answer.text(), (_key, value: unknown) => ids.get(value) ?? value)
  return Response.json(json, { status: answer.status })
}
