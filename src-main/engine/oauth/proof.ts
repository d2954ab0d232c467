import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'

/** What ties a provider's answer to the authorization that asked for it. Both are base64url of 32 random bytes. */
export interface Proof {
  /** RFC 6749, section 10.12. */
  state: string
  /** RFC 7636, section 4.1. */
  codeVerifier: string
}

export const newProof = (): Proof => ({ state: generateRandomState(), codeVerifier: generateRandomCodeVerifier() })

/** `code_challenge` of the method S256 (RFC 7636, section 4.2). */
export const codeChallenge = (codeVerifier: string): Promise<string> => calculatePKCECodeChallenge(codeVerifier)
