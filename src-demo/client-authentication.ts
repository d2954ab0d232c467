import { createHash, timingSafeEqual } from 'node:crypto'

export interface ClientCredentials {
  clientId: string
  clientSecret: string
}

/** What a client presents of itself (RFC 6749, section 2.3.1): HTTP Basic with both parts form-encoded, or the form. */
export function presentedClient(authorization: string | undefined, form: URLSearchParams): ClientCredentials {
  const [, basic] = /^Basic ([\w+/=]+)$/i.exec(authorization ?? '') ?? []
  const [id, secret] =
    basic === undefined
      ? [form.get('client_id'), form.get('client_secret')]
      : Buffer.from(basic, 'base64').toString('utf8').split(':').map(formDecoded)
  return { clientId: id ?? '', clientSecret: secret ?? '' }
}

/** Compared in constant time. */
export const isClient = (presented: ClientCredentials, known: ClientCredentials): boolean =>
  isEqual(presented.clientId, known.clientId) && isEqual(presented.clientSecret, known.clientSecret)

const formDecoded = (part: string): string | null => new URLSearchParams(`part=${part}`).get('part')
const isEqual = (given: string, known: string): boolean => timingSafeEqual(hashOf(given), hashOf(known))
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
