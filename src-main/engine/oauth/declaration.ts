/** What requests to an authorization server need said of it, once somebody has agreed or where nobody has to. */
export interface TokenDeclaration {
  tokenUrl: string
  /** RFC 7009, or the provider's own method; undefined where a token can only be ended by a person at the provider. */
  revokeUrl?: string | undefined
  /**
   * The issuer identifier, exactly as the server writes it: what `iss` in its redirects (RFC 9207) and in its id tokens must
   * be. Without one, id tokens are not read, and an `iss` must be the origin of `authorizeUrl`.
   */
  issuer?: string | undefined
  /** JWS algorithms of its id tokens (`id_token_signing_alg_values_supported`). RS256 unless said. */
  idTokenAlgorithms?: readonly string[] | undefined
  scopes: readonly string[]
  /** A space in RFC 6749, section 3.3; some providers write and read a comma. */
  scopeSeparator: ' ' | ','
  /** RFC 6749, section 2.3.1: in the form, or as HTTP Basic. A client without a secret is public, and only names itself. */
  clientAuthentication: 'client_secret_post' | 'client_secret_basic'
  /** Values of `token_type` that mean `Bearer` here, beside that one. Lower case. */
  bearerTokenTypes: readonly string[]
  /** Origins that may be sent the token, and no others. */
  origins: readonly string[]
  /** Turns an odd answer of the token endpoint into one of RFC 6749, section 5. */
  conform?: (answer: Response) => Promise<Response>
}

/** What an OAuth 2.0 provider needs said of it; for a plain one there is nothing to code. */
export interface OAuthDeclaration extends TokenDeclaration {
  authorizeUrl: string
  /** The server said that every redirect of its names the issuer: one without `iss` is refused. */
  issInResponse?: boolean | undefined
  /** RFC 7636 with S256. */
  pkce: boolean
  /** Added to the authorization URL, for example `access_type=offline`. */
  extraParameters: Readonly<Record<string, string>>
  /** Names the query parameter that tells who is asking; set for the demo's endpoints alone. */
  loginHintParameter?: string | undefined
}

/** A client as its server knows it. A public one has no secret (RFC 6749, section 2.1). */
export interface OAuthClient {
  clientId: string
  clientSecret?: string | undefined
}

/** One authorization, from the redirect there to the exchange of its code. */
export interface CodeFlow {
  app: OAuthClient
  redirectUri: string
  state: string
  /** Not sent where the declaration has no PKCE. */
  codeVerifier: string
}
