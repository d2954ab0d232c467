import { importJWK, SignJWT } from 'jose'
import type { SigningKey } from '../signing-key'

/** Who identity tokens are for: every service of the platform. */
export const identityAudience = 'neurocad-platform'

export interface IdentityToken {
  token: string
  expiresInSeconds: number
}

/** Signs identity tokens with the platform's own key: who a request is on behalf of, for a short while. */
export async function identityTokens(key: SigningKey, issuer: string, lifetimeSeconds: number) {
  const privateKey = await importJWK(key)
  const { d, ...publicKey } = key
  return {
    /** A JWK set (RFC 7517, section 5) of the public key. */
    keySet: { keys: [publicKey] },
    async issue(subject: string): Promise<IdentityToken> {
      const token = await new SignJWT()
        .setProtectedHeader({ alg: key.alg, kid: key.kid })
        .setIssuer(issuer)
        .setSubject(subject)
        .setAudience(identityAudience)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .setJti(crypto.randomUUID())
        .sign(privateKey)
      return { token, expiresInSeconds: lifetimeSeconds }
    },
  }
}

export type IdentityTokens = Awaited<ReturnType<typeof identityTokens>>
