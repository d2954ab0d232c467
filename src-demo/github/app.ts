/** What an App may do where it is installed, for example `{ issues: 'write' }`. */
export type Permissions = Record<string, 'read' | 'write'>

/** An App registered at the demo's GitHub. "Request user authorization (OAuth) during installation" is on for each. */
export interface GitHubApp {
  appId: number
  /** In its addresses: `/apps/<slug>`. */
  slug: string
  name: string
  description: string
  clientId: string
  clientSecret: string
  webhookSecret: string
  /** PEM; its public half verifies the App's JWTs. */
  privateKey: string
  permissions: Permissions
  events: string[]
  /** Where the install page may redirect to, compared whole; the first is used when none is asked for. */
  callbackUrls: string[]
  createdAt: string
}

/** The App that is there from the start. Its secrets are public constants and say what they are; its key is drawn per folder. */
export const demoApp = {
  appId: 1_200_001,
  slug: 'neurocad-connect-demo',
  name: 'Neurocad Connect (demo)',
  description: 'Lets Neurocad recipes work with issues.',
  clientId: 'Iv23demoNeurocadConn',
  clientSecret: 'demo-github-client-secret-not-a-real-one',
  webhookSecret: 'demo-github-webhook-secret-not-a-real-one',
  permissions: { metadata: 'read', contents: 'read', issues: 'write', pull_requests: 'read' },
  events: ['issues', 'pull_request'],
  createdAt: '2026-01-05T09:00:00Z',
} satisfies Omit<GitHubApp, 'privateKey' | 'callbackUrls'>
