import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { jsonLogger } from '../../../src-main/host/json-logger'
import { leaks, misplaced, type SentRequest } from './canary-leaks'
import { type SecretKind, Secrets, secretKinds } from './canary-secrets'

/** A canary must be able to fail: each kind of secret is planted in each way that one gets out, and has to be found. */

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keyAs = (type: 'pkcs1' | 'pkcs8', format: 'pem' | 'der'): Buffer =>
  Buffer.from(format === 'pem' ? privateKey.export({ type, format }) : privateKey.export({ type, format }))
const plain = (kind: SecretKind): string => `planted/${kind.replaceAll(' ', '+')}?0123456789abcdef`
const own = 'https://own.example'
const other = 'https://other.example'

function planted(kind: SecretKind) {
  const secrets = new Secrets()
  const isKey = kind === 'private key'
  if (isKey) secrets.addPrivateKey(keyAs('pkcs8', 'pem').toString(), own)
  else secrets.add(kind, plain(kind), own)
  return { secrets, text: isKey ? keyAs('pkcs1', 'pem').toString() : plain(kind) }
}

const found = (kind: SecretKind, content: string | Buffer) =>
  leaks(planted(kind).secrets, [{ name: 'the place', content: Buffer.concat([Buffer.from('before'), Buffer.from(content)]) }])

describe.each(secretKinds)('a planted %s', (kind) => {
  const { text, secrets } = planted(kind)
  const url = `${own}/token`

  test('is found in a log line, a view, an error and a file', () => {
    const lines: string[] = []
    jsonLogger((line) => lines.push(line)).error('it went wrong', { reason: text })
    const bytes = Buffer.from(text)
    const error = Object.assign(new Error('no'), { data: { cause: text } })
    const places = [lines.join(), JSON.stringify({ account: { label: text } }), JSON.stringify(error), bytes]
    for (const place of places) expect(found(kind, place)).toEqual([`${kind} in the place`])
    expect(found(kind, 'nothing of it')).toEqual([])
  })

  test('is found in each encoding, wherever it begins', () => {
    const bytes = Buffer.from(text)
    for (const before of ['', 'a', 'ab']) {
      const encoded = Buffer.concat([Buffer.from(before), bytes, Buffer.from('after')])
      for (const encoding of ['base64', 'base64url', 'hex'] as const)
        expect(found(kind, encoded.toString(encoding)), encoding).toHaveLength(1)
    }
    expect(found(kind, encodeURIComponent(text)), 'in an address').toHaveLength(1)
    expect(found(kind, `${new URLSearchParams({ a: text })}`), 'in a form').toHaveLength(1)
  })

  test('is told when it was sent in an address, a header, a body that is no form, or to somebody else', () => {
    const request = (change: Partial<SentRequest>): SentRequest => ({
      url,
      headers: new Headers(),
      body: '',
      isForm: true,
      ...change,
    })
    const value = kind === 'private key' ? `${createPrivateKey(text).export({ format: 'jwk' }).d}` : text
    const carried = new Headers({ authorization: `Bearer ${encodeURIComponent(value)}` })
    const form = new URLSearchParams({ value }).toString()
    const judged = (change: Partial<SentRequest>) => misplaced(secrets, [request(change)])
    expect(judged({ headers: carried })).toEqual([])
    expect(judged({ body: form })).toEqual([])
    expect(judged({ url: `${url}?${form}` }).join()).toContain('in the address')
    expect(judged({ headers: new Headers({ 'x-other': encodeURIComponent(value) }) }).join()).toContain('in another header')
    expect(judged({ body: JSON.stringify({ value }), isForm: false }).join()).toContain('no form')
    expect(judged({ url: other, headers: carried }).join()).toContain('not its own')
    expect(judged({ url: other, body: form }).join()).toContain('not its own')
  })
})

test.each(secretKinds.filter((kind) => kind !== 'PKCE verifier' && kind !== 'private key'))(
  'the hash of a planted %s is found: it could be recognised by it',
  (kind) => {
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      expect(found(kind, createHash('sha256').update(plain(kind)).digest(encoding))).toHaveLength(1)
  },
)

test('a private key is found however it is written', () => {
  const forms = (['pkcs1', 'pkcs8'] as const).flatMap((type) => [
    keyAs(type, 'pem'),
    keyAs(type, 'der'),
    Buffer.from(keyAs(type, 'der').toString('hex')),
    Buffer.from(keyAs(type, 'pem').toString('base64')),
  ])
  for (const form of [...forms, Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' })))])
    expect(found('private key', form)).toEqual(['private key in the place'])
})

test('an Authorization with something that nobody wrote down is told: no secret of a run goes unknown', () => {
  const headers = new Headers({ authorization: 'Bearer who-knows' })
  expect(misplaced(new Secrets(), [{ url: own, headers, body: '', isForm: false }])).toEqual([`something unknown to ${own}/`])
})

test('what a place is there to tell is no leak, and anything else in it is', () => {
  const secrets = new Secrets()
  secrets.add('state', plain('state'))
  secrets.add('authorization code', plain('authorization code'))
  const content = `?state=${plain('state')}&code=${plain('authorization code')}`
  expect(leaks(secrets, [{ name: 'the address', content, mayTell: ['state'] }])).toEqual(['authorization code in the address'])
})
