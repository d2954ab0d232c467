import { z } from 'zod'
import { providerFailure } from '../../oauth/provider-failure'
import type { Fetch } from '../../port'
import { bearer } from '../injection'

/** Whom a token stands for. */
export interface Account {
  id: string
  label: string
}

/** How a provider says whom a token stands for. */
export interface Identity {
  url: string
  /** Posted as JSON; the address is read where there is none. */
  query?: unknown
  /** Reads the account out of the answer. */
  account: z.ZodType<Account>
}

/** A name of somebody else's, as it may be shown: bounded, of whole characters, and nothing in it that moves a cursor. */
const Name = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)
const OptionalName = Name.optional().catch(undefined)

/** Claims of OpenID Connect (Core, section 5.1), from an id token or the user info endpoint. */
export const OpenIdAccount: z.ZodType<Account> = z
  .object({ sub: Name, email: OptionalName, name: OptionalName, preferred_username: OptionalName })
  .transform(({ sub, email, name, preferred_username: userName }) => ({ id: sub, label: email ?? name ?? userName ?? sub }))

/** An object with an id under `id` and names under others, the first of which that is there is the label. */
export const namedAccount = (...names: readonly string[]): z.ZodType<Account> =>
  z.looseObject({ id: Name }).transform((answer) => ({
    id: answer.id,
    label: names.map((name) => OptionalName.parse(answer[name])).find((name) => name !== undefined) ?? answer.id,
  }))

/**
 * Asks the provider whom a token stands for. Rejects with `PROVIDER_ERROR` (`origin_not_declared` before anything is sent,
 * `http_401` and the like, `malformed_answer`) or `PROVIDER_TIMEOUT`.
 * @param fetch bounded
 * @param origins where the token may go
 */
export async function askIdentity(
  fetch: Fetch,
  { url, query, account }: Identity,
  token: string,
  origins: readonly string[],
): Promise<Account> {
  const { origin } = new URL(url)
  if (!origins.includes(origin)) throw providerFailure('origin_not_declared')
  const headers = { ...bearer(token, origins).headers, accept: 'application/json' }
  const answer = await fetch(
    url,
    query === undefined
      ? { method: 'GET', headers }
      : { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(query) },
  )
  if (!answer.ok) throw providerFailure(refusalCode(answer))
  const json: unknown = await answer.json().catch(() => undefined)
  const found = account.safeParse(json).data
  if (found === undefined) throw providerFailure('malformed_answer')
  return found
}

/** RFC 6750, section 3.1: the status alone, except where a token is good and only not good for this. */
function refusalCode({ status, headers }: Response): string {
  const isScope = status === 403 && /\berror="?insufficient_scope\b/.test(headers.get('www-authenticate') ?? '')
  return isScope ? 'missing_scope' : `http_${status}`
}
