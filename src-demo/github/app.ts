import type { Derive } from '../seed'

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

/** The App that is there from the start, all but what is secret of it: that is drawn for each folder. */
export const demoApp = {
  appId: 1_200_001,
  slug: 'neurocad-connect-demo',
  name: 'Neurocad Connect (demo)',
  description: 'Lets Neurocad recipes work with issues.',
  clientId: 'Iv23demoNeurocadConn',
  permissions: { metadata: 'read', contents: 'read', issues: 'write', pull_requests: 'read' },
  events: ['issues', 'pull_request'],
  createdAt: '2026-01-05T09:00:00Z',
} satisfies Omit<GitHubApp, 'clientSecret' | 'webhookSecret' | 'privateKey' | 'callbackUrls'>

/** GitHub's client secrets are 40 hexadecimal digits; a webhook secret is the App owner's choice. */
export const demoAppSecrets = (derive: Derive): Pick<GitHubApp, 'clientSecret' | 'webhookSecret'> => ({
  clientSecret: derive('github client secret', 20).toString('hex'),
  webhookSecret: derive('github webhook secret', 20).toString('hex'),
})
