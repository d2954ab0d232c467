import { generateKeyPairSync } from 'node:crypto'
import { boundedFetch } from '../../../../src-main/engine/oauth/bounded-fetch'
import { github } from '../../../../src-main/engine/provider/github/github'
import type { Held, Provider, ProviderApp } from '../../../../src-main/engine/provider/provider'
import { type LocalServer, localServer } from '../../oauth/local-server'

export const now = Date.UTC(2026, 10, 21)

/** An App's key as GitHub gives it (PKCS#1), and its public half. */
export const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})

export const app: ProviderApp = {
  clientId: 'Iv1.client',
  clientSecret: 'the-client-secret',
  fields: { appId: '7', slug: 'the-app', clientSecret: 'the-client-secret', privateKey },
}

/** An installation as GitHub answers it. */
export const installation = {
  id: 42,
  app_id: 7,
  account: { id: 9, login: 'larkspur' },
  repository_selection: 'selected',
  permissions: { issues: 'write', contents: 'read', pull_requests: 'read', metadata: 'read' },
  html_url: 'https://github.com/settings/installations/42',
  suspended_at: null,
}

export const held: Held = {
  accountId: '9',
  details: {
    installationId: 42,
    appId: '7',
    repositorySelection: 'selected',
    suspended: false,
    configureUrl: installation.html_url,
  },
  scopes: ['issues:write'],
  expiresAt: null,
  secret: {},
  app,
}

export const githubAt = ({ url }: Pick<LocalServer, 'url'>, loginHintParameter?: string): Provider =>
  github(boundedFetch(fetch), { webUrl: `${url}/web/`, apiUrl: `${url}/api/`, loginHintParameter }, () => now)

interface Answer {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** A GitHub that answers these paths (without their query), and 404 to any other. */
export async function gitHubServer(answers: Record<string, Answer | ((query: URLSearchParams) => Answer)>): Promise<LocalServer> {
  const server = await localServer((response) => {
    const { pathname, searchParams } = new URL(server.requests.at(-1)?.path ?? '/', server.url)
    const found = answers[pathname] ?? { status: 404, body: { message: 'Not Found' } }
    const { status = 200, headers = {}, body } = typeof found === 'function' ? found(searchParams) : found
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  return server
}
