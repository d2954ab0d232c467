import { createHash, createPrivateKey } from 'node:crypto'
import { ByteIndex } from './canary-index'

/** Whatever must never be seen. A flow that brings another kind adds it here, and `canary-planted.test.ts` proves that it is found. */
export const secretKinds = [
  'vault password',
  'recovery code',
  'device secret',
  'client secret',
  'private key',
  'signing secret',
  'event signature',
  'authorization code',
  'state',
  'PKCE verifier',
  'access token',
  'refresh token',
  'id token',
  'identity token',
  'user token',
  'installation token',
  'App JWT',
  'M2M token',
  'API key',
  'webhook secret',
  'signing seed',
] as const
export type SecretKind = (typeof secretKinds)[number]

export interface Secret {
  kind: SecretKind
  value: string | Uint8Array
  /** Where a request may bring it: origins. */
  origins: Set<string>
}

/** Every secret that came to be in a run, each once. */
export class Secrets {
  /** `hashes: false` for what may know a secret again, as whoever gave it does. */
  constructor(private readonly options: { hashes: boolean } = { hashes: true }) {}

  private readonly byValue = new Map<string, Secret>()
  private readonly forms = new ByteIndex<Secret>()

  add(kind: SecretKind, value: string | Uint8Array, ...origins: string[]): void {
    // Shorter ones would be found where they are not.
    if (value.length < 8) throw new RangeError(`this ${kind} is too short to be looked for`)
    const key = Buffer.from(value).toString('latin1')
    const secret = this.byValue.get(key) ?? { kind, value, origins: new Set<string>() }
    for (const origin of origins) secret.origins.add(origin)
    if (this.byValue.has(key)) return
    this.byValue.set(key, secret)
    for (const form of formsOf(kind, value, this.options)) this.forms.add(form, secret)
  }

  /** However the same key is written: PKCS#1 or PKCS#8, PEM or DER, or as a JWK. */
  addPrivateKey(pem: string, ...origins: string[]): void {
    const key = createPrivateKey(pem)
    const exponent = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url')
    // Short enough that some are not broken by the end of a line, however the lines fall.
    for (let at = 0; at + 24 <= exponent.length; at += 24) this.add('private key', exponent.subarray(at, at + 24), ...origins)
    for (const type of ['pkcs1', 'pkcs8'] as const) {
      const lines = key.export({ type, format: 'pem' }).toString().trim().split('\n')
      // The first half of one is what is public of it.
      for (const line of lines.slice(Math.ceil(lines.length / 2), -2)) this.add('private key', line, ...origins)
    }
  }

  /** The same ones, to be found by everything but their hashes. */
  withoutHashes(): Secrets {
    const same = new Secrets({ hashes: false })
    for (const { kind, value, origins } of this.byValue.values()) same.add(kind, value, ...origins)
    return same
  }

  has(value: string): boolean {
    return this.byValue.has(Buffer.from(value).toString('latin1'))
  }

  /** Those that are in there in any of their forms, each once. */
  foundIn(content: Buffer | string): Secret[] {
    return [...this.forms.foundIn(Buffer.from(content))]
  }

  /** How many there are of each kind. */
  counts(): Partial<Record<SecretKind, number>> {
    const counts: Partial<Record<SecretKind, number>> = {}
    for (const { kind } of this.byValue.values()) counts[kind] = (counts[kind] ?? 0) + 1
    return counts
  }
}

/** As it is, encoded for an address, JSON, a header or a file, and as a hash that it could be recognised by. */
function formsOf(kind: SecretKind, value: string | Uint8Array, options: { hashes: boolean }): Buffer[] {
  const bytes = Buffer.from(value)
  const texts = typeof value === 'string' ? writtenForms(value) : []
  const encoded = [bytes, ...texts.map((text) => Buffer.from(text))].flatMap((form) => [
    ...base64Forms(form),
    form.toString('hex'),
    form.toString('hex').toUpperCase(),
  ])
  // Of a verifier, the hash is what stands in the address (RFC 7636, section 4.2).
  const hashes = kind === 'PKCE verifier' || !options.hashes ? [] : hashForms(bytes)
  const unique = new Set([...texts, ...encoded, ...hashes])
  return [bytes, ...[...unique].map((form) => Buffer.from(form))]
}

const writtenForms = (text: string): string[] => [
  encodeURIComponent(text),
  // As HTTP Basic has it by RFC 6749, section 2.3.1, where everything but letters and digits is encoded.
  encodeURIComponent(text).replaceAll(/[-_.!~*'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
  new URLSearchParams({ '': text }).toString().slice(1),
  JSON.stringify(text).slice(1, -1),
]

const hashForms = (bytes: Buffer): string[] =>
  (['hex', 'base64url', 'base64'] as const).map((encoding) => createHash('sha256').update(bytes).digest(encoding))

/** Both alphabets, wherever among other bytes it stands: without the characters that its neighbours would decide. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const base64 = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const known = base64.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [known, known.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
