import type { ConnectionView } from '../../src-shared/contract/connection'
import { statusSentence } from '../../src-shared/domain/status'
import { connectionId, connectionView } from './client-data'

type Scene = Partial<ConnectionView> & Pick<ConnectionView, 'type' | 'name' | 'statusReason' | 'status' | 'account' | 'details'>

/** From here on, so that they meet none of the Slack connections that were asked for. */
const firstScene = 500_000

/** One of each thing that the pages say differently: every type, suspended, private, managed, in trouble. */
export function sceneConnections(now: number): ConnectionView[] {
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  const scenes: Scene[] = [
    {
      type: 'githubApi',
      name: 'acme-robotics',
      status: 'active',
      statusReason: 'authorized',
      account: { id: '9919', label: 'acme-robotics' },
      details: github(4_711, 'selected', false),
      scopes: ['contents:write', 'issues:write', 'metadata:read', 'pull_requests:read'],
    },
    {
      type: 'githubApi',
      name: 'northwind-labs',
      status: 'error',
      statusReason: 'installation_suspended',
      account: { id: '1024', label: 'northwind-labs' },
      details: github(4_712, 'all', true),
    },
    {
      type: 'neurocadUserIdentityApi',
      name: 'Ada Lovelace',
      status: 'active',
      statusReason: 'authorized',
      account: { id: 'neurocad|ada', label: 'ada@neurocad.example' },
      details: {},
      visibility: 'private',
      scopes: ['openid', 'email', 'profile', 'offline_access'],
      expiresAt: at(0.4),
      lastRefreshAt: at(-0.6),
      refreshFailureCount: 3,
      distressed: true,
    },
    {
      type: 'serviceApi',
      name: 'Neurocad Service',
      status: 'active',
      statusReason: 'provisioned',
      account: { id: 'acme', label: 'Acme' },
      details: { edaUrl: 'https://eda.acme.example', mechanicalUrl: 'https://mechanical.acme.example' },
      managed: true,
      expiresAt: at(1),
      lastRefreshAt: at(-0.2),
    },
    {
      type: 'genericOAuth2',
      name: 'Partner portal',
      status: 'needs_reauth',
      statusReason: 'refresh_outcome_unknown',
      account: { id: 'partner|7', label: 'ada at partner.example' },
      details: {
        issuer: 'https://login.partner.example',
        authorizeUrl: 'https://login.partner.example/authorize',
        tokenUrl: 'https://login.partner.example/token',
        clientId: 'neurocad-connect',
        origins: ['https://api.partner.example', 'https://files.partner.example'],
      },
      scopes: ['openid', 'parts.read'],
      expiresAt: at(-2),
      lastRefreshAt: at(-5),
    },
    {
      type: 'genericApiKey',
      name: 'Parts catalogue',
      status: 'active',
      statusReason: 'authorized',
      account: { id: 'https://api.parts.example', label: 'api.parts.example' },
      details: { placement: 'header', parameter: 'x-api-key', origins: ['https://api.parts.example'] },
    },
  ]
  return scenes.map((scene, index) => ({
    ...connectionView(firstScene, now),
    scopes: [],
    addedAt: at(-72 - index),
    statusAt: at(-30),
    lastTestAt: null,
    lastTestResult: null,
    ...scene,
    id: connectionId(firstScene + index),
    statusMessage: statusSentence[scene.statusReason],
  }))
}

const github = (installationId: number, repositorySelection: 'all' | 'selected', suspended: boolean) => ({
  appId: '123456',
  installationId,
  repositorySelection,
  suspended,
  configureUrl: `https://github.com/organizations/acme/settings/installations/${installationId}`,
})
