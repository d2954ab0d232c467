import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import type { Provider } from 'oidc-provider'
import { vi } from 'vitest'
import { passportPaths } from '../../../src-demo/passport/app'
import { judgeAuthorization } from '../../../src-demo/passport/authorization'
import { importQuietly } from '../../../src-demo/passport/quiet-import'

/** A real OpenID provider on 127.0.0.1 with two clients: one that keeps a secret, and a public one. */
export interface OpenIdServer {
  issuer: string
  userinfoUrl: string
  tokenUrl: string
  authorizeUrl: string
  revokeUrl: string
  /** Paths that were asked for, in order. */
  asked: string[]
  /** What a person does in the browser: answers the redirect URL. */
  approve(authorizationUrl: string, subject: string): Promise<string>
  stop(): Promise<void>
}

export const confidentialClient = { clientId: 'kept-client', clientSecret: 'kept-secret-of-the-client/+=' }
export const publicClient = { clientId: 'public-client' }

export async function startOpenIdServer(redirectUri: string): Promise<OpenIdServer> {
  const asked: string[] = []
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://127.0.0.1').pathname)
    handle(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const provider = await openIdProvider(issuer, redirectUri)
  handle = provider.callback()
  return {
    issuer,
    asked,
    authorizeUrl: `${issuer}${passportPaths.authorization}`,
    tokenUrl: `${issuer}${passportPaths.token}`,
    revokeUrl: `${issuer}${passportPaths.revocation}`,
    userinfoUrl: `${issuer}${passportPaths.userinfo}`,
    async approve(authorizationUrl, subject) {
      const judgement = await judgeAuthorization(provider, issuer, new URL(authorizationUrl).search)
      if (judgement.kind !== 'asks') throw new Error(`the request was ${judgement.kind}`)
      return judgement.approve(subject)
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function openIdProvider(issuer: string, redirectUri: string): Promise<Provider> {
  const { Provider } = await importQuietly()
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const grants = { grant_types: ['authorization_code', 'refresh_token'], redirect_uris: [redirectUri] }
  // It remarks that it keeps everything in memory, which is what a test wants.
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const provider = new Provider(issuer, {
    clients: [
      { ...grants, client_id: confidentialClient.clientId, client_secret: confidentialClient.clientSecret },
      {
        ...grants,
        client_id: publicClient.clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['only-for-a-test'] },
    routes: passportPaths,
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access', 'email'],
    claims: { openid: ['sub'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, email: `${accountId}@example.org` }) }),
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 7200,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 7200,
      Session: 600,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
    },
  })
  warn.mockRestore()
  return provider
}
