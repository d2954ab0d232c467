import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeChallenge, newProof } from '../../../src-main/engine/oauth/proof'

test('every authorization has a state and a verifier of its own, 32 random bytes each', () => {
  const proofs = Array.from({ length: 50 }, newProof)
  const values = proofs.flatMap(({ state, codeVerifier }) => [state, codeVerifier])
  expect(new Set(values).size).toBe(100)
  for (const value of values) {
    expect(value).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(Buffer.from(value, 'base64url')).toHaveLength(32)
  }
})

test('the challenge is that of RFC 7636, appendix B', async () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  expect(await codeChallenge(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  expect(await codeChallenge(verifier)).toBe(createHash('sha256').update(verifier).digest('base64url'))
})
