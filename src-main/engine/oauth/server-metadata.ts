import * as oauth from 'oauth4webapi'
import { z } from 'zod'
import { EngineError } from '../error'
import type { Fetch } from '../port'
import type { OAuthDeclaration } from './declaration'
import { isSafeEndpoint } from './endpoint-url'
import { isLoopback } from './loopback'
import { providerFailure } from './provider-failure'

/** What an authorization server says of itself (RFC 8414). Hostile input: every address in it was checked. */
export interface AuthorizationServer {
  /** As the server writes it. */
  issuer: string
  authorizeUrl: string
  tokenUrl: string
  revokeUrl?: string | undefined
  userinfoUrl?: string | undefined
  /** False only where it lists its methods and S256 is not among them: a server ignores what it does not know. */
  pkce: boolean
  /** RFC 9207: every redirect of its names it. */
  issInResponse: boolean
  clientAuthentication: OAuthDeclaration['clientAuthentication']
  idTokenAlgorithms?: readonly string[] | undefined
}

const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  revocation_endpoint: z.string().optional(),
  userinfo_endpoint: z.string().optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
})

/**
 * Asks an issuer for its metadata, at the address of RFC 8414 and then at that of OpenID Connect.
 * Rejects with `PROVIDER_TIMEOUT` or `PROVIDER_ERROR`: `unsafe_endpoint` (the issuer or an address it names is not encrypted,
 * has a user name or a fragment, or points into this machine from outside), `issuer_mismatch`, `malformed_metadata`,
 * `metadata_not_found`, or a failure of `fetch`, which must be bounded.
 */
export async function requestMetadata(fetch: Fetch, issuer: string): Promise<AuthorizationServer> {
  if (!isSafeEndpoint(issuer, { allowLoopback: true }) || issuer.includes('?')) throw providerFailure('unsafe_endpoint')
  const answer = (await ask(fetch, issuer, 'oauth2')) ?? (await ask(fetch, issuer, 'oidc'))
  if (answer === undefined) throw providerFailure('metadata_not_found')
  const metadata = Metadata.safeParse(await readMetadata(issuer, answer)).data
  if (metadata === undefined) throw providerFailure('malformed_metadata')
  const server = authorizationServer(metadata)
  const { authorizeUrl, tokenUrl, revokeUrl, userinfoUrl } = server
  // A server somewhere else must not make us speak to what runs on this machine.
  const allowLoopback = isLoopback(issuer)
  for (const url of [authorizeUrl, tokenUrl, revokeUrl, userinfoUrl])
    if (url !== undefined && !isSafeEndpoint(url, { allowLoopback })) throw providerFailure('unsafe_endpoint')
  return server
}

/** The answer where something is there; undefined where the server has nothing at this address. */
async function ask(fetch: Fetch, issuer: string, algorithm: 'oauth2' | 'oidc'): Promise<Response | undefined> {
  try {
    const answer = await oauth.discoveryRequest(new URL(issuer), {
      algorithm,
      [oauth.customFetch]: fetch,
      [oauth.allowInsecureRequests]: isLoopback(issuer),
    })
    // A web application answers its own page to every address.
    return answer.ok && answer.headers.get('content-type')?.includes('json') ? answer : undefined
  } catch (error) {
    // Sent to a page for signing in: nothing is there for us, and nothing was followed.
    if (error instanceof EngineError && error.data.providerError === 'redirect_refused') return undefined
    throw error
  }
}

async function readMetadata(issuer: string, answer: Response): Promise<oauth.AuthorizationServer> {
  try {
    // Compares the issuers as addresses: with or without the slash of the root, it is the same one.
    return await oauth.processDiscoveryResponse(new URL(issuer), answer)
  } catch (error) {
    const isMismatch = error instanceof oauth.OperationProcessingError && error.code === oauth.JSON_ATTRIBUTE_COMPARISON
    throw providerFailure(isMismatch ? 'issuer_mismatch' : 'malformed_metadata')
  }
}

function authorizationServer(metadata: z.infer<typeof Metadata>): AuthorizationServer {
  // RFC 8414, section 2: without a list it is HTTP Basic.
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const onlyInForm = !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
  return {
    issuer: metadata.issuer,
    authorizeUrl: metadata.authorization_endpoint,
    tokenUrl: metadata.token_endpoint,
    revokeUrl: metadata.revocation_endpoint,
    userinfoUrl: metadata.userinfo_endpoint,
    pkce: metadata.code_challenge_methods_supported?.includes('S256') ?? true,
    issInResponse: metadata.authorization_response_iss_parameter_supported ?? false,
    clientAuthentication: onlyInForm ? 'client_secret_post' : 'client_secret_basic',
    idTokenAlgorithms: metadata.id_token_signing_alg_values_supported,
  }
}
