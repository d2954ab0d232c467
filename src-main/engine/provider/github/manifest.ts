import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { AppManifestFlow } from '../app-manifest'
import { callGitHub, type GitHubApi } from './api'
import { githubDescription } from './description'
import type { GitHubEndpoints } from './endpoints'

/**
 * GitHub registers an App from a manifest that the person's browser posts to it.
 * Source: https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function githubManifest(api: GitHubApi, { webUrl }: GitHubEndpoints): AppManifestFlow {
  return {
    form({ callbackOrigin, state }) {
      const action = new URL('settings/apps/new', webUrl)
      action.searchParams.set('state', state)
      return { action: action.href, fields: { manifest: JSON.stringify(manifest(callbackOrigin)) } }
    },

    async redeem(code) {
      const path = `app-manifests/${encodeURIComponent(code)}/conversions`
      const made = await callGitHub(api, { method: 'POST', path, answer: MadeApp, notFound: 'invalid_code' })
      return {
        appId: String(made.id),
        slug: made.slug,
        clientId: made.client_id,
        clientSecret: made.client_secret,
        privateKey: made.pem,
        ...(made.webhook_secret ? { signingSecret: made.webhook_secret } : {}),
      }
    },
  }
}

const MadeApp = z.object({
  id: z.int().positive(),
  slug: z.string().min(1),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  pem: z.string().min(1),
  webhook_secret: z.string().nullish(),
})

function manifest(callbackOrigin: string) {
  return {
    // Names of Apps are unique at GitHub, and at most 34 characters long. The person can change it there.
    name: `Neurocad Connect ${randomBytes(4).toString('hex')}`,
    url: callbackOrigin,
    redirect_url: `${callbackOrigin}/api/githubApi/manifest/callback`,
    callback_urls: [`${callbackOrigin}/api/githubApi/oauth/callback`],
    request_oauth_on_install: true,
    // So that a reconnect, which finds the App installed, comes back too.
    setup_on_update: true,
    public: false,
    default_permissions: Object.fromEntries(githubDescription.scopes.map(({ name }) => name.split(':'))),
    ...webhook(callbackOrigin),
  }
}

/** GitHub reaches an address on the public internet only. Without one there are no events, and nothing to subscribe to. */
const webhook = (origin: string) =>
  origin.startsWith('https:')
    ? {
        hook_attributes: { url: `${origin}/api/ingress/githubApi`, active: true },
        default_events: ['issues', 'issue_comment', 'pull_request', 'push'],
      }
    : {}
