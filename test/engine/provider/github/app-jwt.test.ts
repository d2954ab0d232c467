import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { appJwt, checkGitHubApp } from '../../../../src-main/engine/provider/github/app-jwt'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import { app, privateKey, publicKey } from './github-at'

const pkcs8 = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem' }).toString()
const withKey = (key: string) => ({ ...app, fields: { ...app.fields, privateKey: key } })

test.for([
  ['PKCS#1, as GitHub gives it', privateKey],
  ['PKCS#8', pkcs8],
  ['PKCS#1 with the line ends of Windows', privateKey.replaceAll('\n', '\r\n')],
  ['PKCS#8 without its last line end', pkcs8.trim()],
] as const)('a key in the form %s signs a JWT of the App that is good for at most ten minutes', async ([, key]) => {
  checkGitHubApp(withKey(key))
  const { payload, protectedHeader } = await jwtVerify(await appJwt(withKey(key)), createPublicKey(publicKey), { issuer: '7' })
  expect(protectedHeader.alg).toBe('RS256')
  const { iat = 0, exp = 0 } = payload
  expect(exp - iat).toBeLessThanOrEqual(600)
  expect(Math.abs(Date.now() / 1000 - iat)).toBeLessThan(60)
})

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const bad: [string, string][] = [
  ['empty', ''],
  ['no key at all', '-----BEGIN RSA PRIVATE KEY-----\nsecret-but-no-key\n-----END RSA PRIVATE KEY-----'],
  ['cut off', `${privateKey.slice(0, 400)}\n-----END RSA PRIVATE KEY-----`],
  ['a public key', publicKey],
  ['of another kind', ec.export({ type: 'pkcs8', format: 'pem' }).toString()],
  [
    'locked with a password',
    createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
  ],
]

test.for(bad)('a key that is %s is refused by its field, and not quoted', async ([, key]) => {
  const error = await rejection(Promise.resolve().then(() => checkGitHubApp(withKey(key))))
  expect(error).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'privateKey' }] } })
  expect(everythingSaid(error)).not.toContain('secret-but-no-key')
  // Should one be in a vault all the same, it is to be entered again.
  await expect(appJwt(withKey(key))).rejects.toMatchObject({ code: 'PROVIDER_APP_MISSING' })
})
