import { z } from 'zod'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { invalidInput } from '../error'
import type { ProviderSecret } from '../provider/provider'

/** Standard Webhooks writes a key as this and its base64. */
const PREFIX = 'whsec_'
/** Bytes; what a sender gives is theirs to choose, down to a key that is worth the name. */
const LEAST = 16

/** One secret of a source: made here, from which a key is derived, or a sender's own, which is used as it is. */
export type SourceSecret = { kind: 'made'; seed: Uint8Array } | { kind: 'pasted'; text: string }

/** What is sealed with a source. After a rotation the secret before verifies until a time, in ISO 8601. */
export interface SourceSecrets {
  current: SourceSecret
  previous?: { secret: SourceSecret; until: string } | undefined
}

const Sealed = z.object({ current: z.string(), previous: z.string().optional(), previousUntil: z.string().optional() })

export function toSealed({ current, previous }: SourceSecrets): ProviderSecret {
  const before = previous && { previous: written(previous.secret), previousUntil: previous.until }
  return { current: written(current), ...before }
}

export function fromSealed(sealed: ProviderSecret): SourceSecrets {
  const { current, previous, previousUntil: until } = Sealed.parse(sealed)
  const before = previous === undefined || until === undefined ? undefined : { secret: readBack(previous), until }
  return { current: readBack(current), previous: before }
}

/** A secret that a person pasted. Throws `INVALID_INPUT` where no key comes of it. */
export function pastedSecret(text: string): SourceSecret {
  const pasted = text.trim()
  const isWritten = !pasted.startsWith(PREFIX) || /^[A-Za-z0-9+/]+={0,2}$/.test(pasted.slice(PREFIX.length))
  if (!isWritten) throw invalidInput('secret', refusalWords.mustBeBase64(PREFIX))
  if (pastedKey(pasted).length < LEAST) throw invalidInput('secret', refusalWords.atLeastBytes(LEAST))
  return { kind: 'pasted', text: pasted }
}

/** The key in a pasted secret: behind `whsec_` the bytes of the base64, otherwise the text itself. */
export const pastedKey = (text: string): Uint8Array =>
  text.startsWith(PREFIX) ? Buffer.from(text.slice(PREFIX.length), 'base64') : new TextEncoder().encode(text)

/** A key as its sender is given it. */
export const secretText = (key: Uint8Array): string => `${PREFIX}${Buffer.from(key).toString('base64')}`

const written = (secret: SourceSecret): string =>
  secret.kind === 'made' ? `made:${Buffer.from(secret.seed).toString('base64')}` : `pasted:${secret.text}`

function readBack(text: string): SourceSecret {
  const rest = text.slice(text.indexOf(':') + 1)
  return text.startsWith('made:') ? { kind: 'made', seed: Buffer.from(rest, 'base64') } : { kind: 'pasted', text: rest }
}
