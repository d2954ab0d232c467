/** What an OAuth 2.0 provider needs said of it; for a plain one there is nothing to code. */
export interface OAuthDeclaration {
  authorizeUrl: string
  tokenUrl: string
  /** RFC 7009, or the provider's own method. */
  revokeUrl: string
  scopes: readonly string[]
  /** A space in RFC 6749, section 3.3; some providers write and read a comma. */
  scopeSeparator: ' ' | ','
  /** RFC 7636 with S256. */
  pkce: boolean
  /** RFC 6749, section 2.3.1: in the form, or as HTTP Basic. A client without a secret is public, and only names itself. */
  clientAuthentication: 'client_secret_post' | 'client_secret_basic'
  /** Added to the authorization URL, for example `access_type=offline`. */
  extraParameters: Readonly<Record<string, string>>
  /** Names the query parameter that tells who is asking; set for the demo's endpoints alone. */
  loginHintParameter?: string | undefined
  /** Values of `token_type` that mean `Bearer` here, beside that one. Lower case. */
  bearerTokenTypes: readonly string[]
  /** Origins that may be sent the token, and no others. */
  origins: readonly string[]
  /** Turns an odd answer of the token endpoint into one of RFC 6749, section 5. */
  conform?: (answer: Response) => Promise<Response>
}

/** One authorization, from the redirect there to the exchange of its code. */
export interface CodeFlow {
  app: { clientId: string; clientSecret?: string | undefined }
  redirectUri: string
  state: string
  /** Not sent where the declaration has no PKCE. */
  codeVerifier: string
}
