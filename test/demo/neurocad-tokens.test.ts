import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKeyPair, importJWK } from 'jose'
import { expect, test } from 'vitest'
import { ask, forged, m2mToken, neurocadOf } from './neurocad-client'
import { temporaryDemo } from './temporary-demo'

const lm358 = { part: 'LM358DR' }

/** The platform's own key, which only this test and the platform can read. */
const keyIn = async (folder: string, file: string) => {
  const jwk = JSON.parse(await readFile(join(folder, file), 'utf8')) as { alg: string }
  return importJWK(jwk, jwk.alg)
}

test('each way in which a token is not good has a reason of its own, the machine’s before the person’s', async () => {
  const { platform, folder } = await temporaryDemo()
  const { m2m, identity, library, schematic, mechanical, shareLinks, deliveries, contentOf } = await neurocadOf(platform)
  const m2mKey = await keyIn(folder, 'm2m-key.json')
  const identityKey = await keyIn(folder, 'neurocad-key.json')
  const { privateKey: foreign } = await generateKeyPair('ES256')
  const past = Math.floor(Date.now() / 1000) - 60

  /** What is wrong with a token, by the code and message of its refusal. */
  const flaws = async (token: string, key: typeof m2mKey, name: string, label: string) =>
    [
      [undefined, `401 ${name}_missing`, `${label} is missing.`],
      ['not-a-token', `401 ${name}_invalid`, `${label} is not one of ours.`],
      [await forged(token, {}, foreign), `401 ${name}_invalid`, `${label} has a signature that does not match.`],
      [
        await forged(token, { iss: 'https://elsewhere.example' }, key),
        `401 ${name}_invalid`,
        `${label} was issued by somebody else.`,
      ],
      [await forged(token, { aud: 'somebody-else' }, key), `401 ${name}_invalid`, `${label} is for another audience.`],
      [await forged(token, { exp: past }, key), `401 ${name}_expired`, `${label} has expired.`],
      [await forged(token, { exp: undefined }, key), `401 ${name}_invalid`, `${label} has no good exp.`],
      [await forged(token, { sub: undefined }, key), `401 ${name}_invalid`, `${label} has no good sub.`],
    ] as const

  const m2mFlaws = await flaws(m2m, m2mKey, 'm2m_token', 'The machine-to-machine token')
  const kind = [
    await forged(m2m, {}, m2mKey, 'JWT'),
    '401 m2m_token_invalid',
    'The machine-to-machine token is of another kind.',
  ] as const
  for (const [token, code, message] of [...m2mFlaws, kind]) {
    const answer = await ask(library, lm358, { m2m: token ?? '', identity })
    expect([`${answer.status} ${answer.body.error}`, answer.body.message]).toEqual([code, message])
  }
  const identityFlaws = await flaws(identity, identityKey, 'identity_token', 'The identity token')
  const wanted = [
    (token?: string) => ask(library, lm358, { m2m, identity: token }),
    (token?: string) => ask(shareLinks, { asset: 'asset_1' }, { identity: token }),
    (token?: string) => ask(deliveries, {}, { identity: token }),
  ]
  for (const [token, code, message] of identityFlaws) {
    for (const wish of wanted) {
      const answer = await wish(token)
      expect([`${answer.status} ${answer.body.error}`, answer.body.message]).toEqual([code, message])
    }
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const file = await fetch(contentOf('asset_1'), { headers })
    expect([file.status, file.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
  }

  const scope = async (url: string, granted: string) => {
    const { status, body } = await ask(url, { part: 'LM358DR' }, { m2m: await m2mToken(platform, granted), identity })
    return `${status} ${body.error ?? ''}`.trim()
  }
  expect(await scope(library, 'eda')).toBe('200')
  expect(await scope(schematic, 'eda')).toBe('200')
  expect(await scope(mechanical, 'mechanical')).toBe('200')
  expect(await scope(library, 'mechanical')).toBe('403 m2m_scope_missing')
  expect(await scope(schematic, 'mechanical')).toBe('403 m2m_scope_missing')
  expect(await scope(mechanical, 'eda')).toBe('403 m2m_scope_missing')
  // One token never stands for the other.
  expect((await ask(library, lm358, { m2m: identity, identity })).body.error).toBe('m2m_token_invalid')
  expect((await ask(library, lm358, { m2m, identity: m2m })).body.error).toBe('identity_token_invalid')
})
