import { errors, importJWK, type JWTPayload, jwtVerify } from 'jose'
import { ServiceRefusal } from '../service-refusal'
import type { SigningKey } from '../signing-key'

/** What a good token is signed with, whose it is and whom it is for. */
export interface TokenRules {
  /** Starts the codes of its refusals: `m2m_token`, `identity_token`. */
  name: string
  /** What people call it, at the start of a sentence. */
  label: string
  key: SigningKey
  issuers: readonly string[]
  audience: string
  /** `typ` of its header, where it must have one (RFC 9068, section 4). */
  type?: string
}

/** Answers the claims of a good token. Rejects with `ServiceRefusal` (401): `<name>_missing`, `<name>_expired` or `<name>_invalid`. */
export type TokenCheck = (token: string | undefined) => Promise<JWTPayload>

export async function tokenCheck({ name, label, key, issuers, audience, type }: TokenRules): Promise<TokenCheck> {
  const { d, ...publicKey } = key
  const verifyWith = await importJWK(publicKey, key.alg)
  const refusal = (what: string, why: string) => new ServiceRefusal(401, `${name}_${what}`, `${label} ${why}.`)
  return async (token) => {
    if (token === undefined) throw refusal('missing', 'is missing')
    try {
      const expected = { issuer: [...issuers], audience, algorithms: [key.alg], requiredClaims: ['sub', 'exp'] }
      const { payload } = await jwtVerify(token, verifyWith, { ...expected, ...(type === undefined ? {} : { typ: type }) })
      return payload
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw refusal('expired', 'has expired')
      throw refusal('invalid', reasonOf(error))
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'has a signature that does not match'
  if (error instanceof errors.JWTClaimValidationFailed) return claimReasons[error.claim] ?? `has no good ${error.claim}`
  return 'is not one of ours'
}

const claimReasons: Record<string, string> = {
  iss: 'was issued by somebody else',
  aud: 'is for another audience',
  typ: 'is of another kind',
}
