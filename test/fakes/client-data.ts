import type { ConnectionView, HistoryEntry } from '../../src-shared/contract/connection'
import type { TypeView } from '../../src-shared/contract/directory'
import { ConnectionId } from '../../src-shared/domain/identifiers'
import { type ConnectionStatus, type StatusReason, statusSentence } from '../../src-shared/domain/status'
import { fakeId } from './fake-id'

/** The nth connection id, the same in every run. */
export const connectionId = (n: number): ConnectionId => ConnectionId.parse(fakeId('cred', n))

const names = ['Acme', 'Northwind', 'Globex', 'Initech', 'Umbrella', 'Hooli', 'Vandelay', 'Stark', 'Wayne', 'Tyrell']
const teams = ['Robotics', 'Design', 'Platform', 'Research', 'Sales', 'Support', 'Field', 'Studio', 'Labs', 'Operations']
const owner = { subject: 'demo-owner', label: 'Ada Lovelace' }
const teammate = { subject: 'demo-teammate', label: 'Grace Hopper' }

const troubles: [ConnectionStatus, StatusReason][] = [
  ['needs_reauth', 'tokens_revoked'],
  ['uninstalled', 'app_uninstalled'],
  ['error', 'refresh_failed'],
  ['revoked', 'removed_by_user'],
]

/** The nth of many: mostly active, every eleventh in trouble. */
export function connectionView(n: number, now: number): ConnectionView {
  const [status, statusReason] = (n % 11 === 2 ? troubles[Math.floor(n / 11) % troubles.length] : undefined) ?? [
    'active',
    'authorized',
  ]
  const name = `${names[n % 10]} ${teams[Math.floor(n / 10) % 10]}${n >= 100 ? ` ${Math.floor(n / 100)}` : ''}`
  const at = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString()
  return {
    id: connectionId(n),
    type: 'slackApi',
    name,
    visibility: 'org',
    managed: false,
    status,
    statusReason,
    statusMessage: statusSentence[statusReason],
    statusAt: at(n % 70),
    account: { id: `T0${String(n).padStart(6, '0')}`, label: `${name.toLowerCase().replaceAll(' ', '-')}.slack.com` },
    details: { teamId: `T0${String(n).padStart(6, '0')}`, appId: 'A012ABCD0A0', botUserId: 'U0LAN0Z89' },
    owner: n % 3 === 0 ? owner : teammate,
    scopes: ['chat:write', 'channels:read', 'channels:history'],
    addedAt: at(n * 7 + 3),
    expiresAt: null,
    lastUsedAt: n % 2 === 0 ? at(1 + (n % 9)) : null,
    lastRefreshAt: null,
    lastTestAt: n % 4 === 0 ? at(5) : null,
    lastTestResult: n % 4 === 0 ? 'success' : null,
    lastTestError: null,
    refreshFailureCount: 0,
    distressed: false,
    version: 1,
  }
}

export function historyOf(view: ConnectionView): HistoryEntry[] {
  const added: HistoryEntry = {
    sequence: 1,
    at: view.addedAt,
    kind: 'added',
    actor: view.owner,
    message: `Connected ${view.account.label}.`,
  }
  const tested: HistoryEntry = {
    sequence: 2,
    at: view.lastTestAt ?? view.addedAt,
    kind: 'tested',
    actor: view.owner,
    message: 'Tested: it works.',
  }
  const changed: HistoryEntry = {
    sequence: 3,
    at: view.statusAt,
    kind: 'provider_event',
    actor: null,
    message: view.statusMessage,
  }
  return view.status === 'active' ? [tested, added] : [changed, tested, added]
}

export const slackType: TypeView = {
  type: 'slackApi',
  name: 'Slack',
  description: 'Post messages and listen for events in a Slack workspace, as a bot.',
  category: 'Messaging',
  visibility: 'org',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  fields: [],
  appFields: [
    { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
    { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
  ],
  operator: null,
  usedBy: ['Slack', 'Slack trigger'],
  scopes: [
    { name: 'chat:write', reason: 'Post messages in channels that the bot was invited to.' },
    { name: 'channels:read', reason: 'List public channels, so that you can pick one.' },
    { name: 'channels:history', reason: 'Start a recipe when a message arrives.' },
    { name: 'commands', reason: 'Offer /neurocad link in the workspace.' },
  ],
  help: [
    'Invite the bot to every channel that a recipe posts to: /invite @neurocad.',
    'Link your Slack account with /neurocad link, so that recipes know who you are.',
  ],
  helpLinks: [{ label: 'Slack’s permissions explained', url: 'https://api.slack.com/scopes' }],
  providerAppConfigured: true,
}
