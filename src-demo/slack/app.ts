import type { ClientCredentials } from '../client-authentication'
import type { Derive } from '../seed'

/** The one app registered at the demo's Slack, as a person would enter it. */
export interface SlackApp extends ClientCredentials {
  signingSecret: string
}

/** Slack's secrets are 32 hexadecimal digits. */
export const slackApp = (derive: Derive): SlackApp => ({
  clientId: '1000000000.2000000000',
  clientSecret: derive('slack client secret', 16).toString('hex'),
  signingSecret: derive('slack signing secret', 16).toString('hex'),
})

export const slackAppId = 'A0DEMOCONN'
export const slackAppName = 'Neurocad Connect'

/** A workspace of the demo. Every id is fixed, so that a connection made before a restart means the same after it. */
export interface WorkspaceIdentity {
  teamId: string
  name: string
  domain: string
  botId: string
  botUserId: string
  /** Whether somebody has invited the bot to `slackChannel`. */
  hasInvited: boolean
}

/** A channel of each workspace, beside the two that every workspace has: `general` and `random`, where the bot is not. */
export const slackChannel = { id: 'C0HARDWARE', name: 'hardware', topic: 'Boards, parts and what they need' } as const

/** The first one is offered first on the consent page. */
export const slackWorkspaces: readonly [WorkspaceIdentity, ...WorkspaceIdentity[]] = [
  {
    teamId: 'T000000001',
    name: 'Larkspur Devices',
    domain: 'larkspur-devices',
    botId: 'B0DEMOBOT1',
    botUserId: 'U0DEMOBOT1',
    hasInvited: true,
  },
  {
    teamId: 'T000000002',
    name: 'Foxglove Labs',
    domain: 'foxglove-labs',
    botId: 'B0DEMOBOT2',
    botUserId: 'U0DEMOBOT2',
    hasInvited: false,
  },
]
