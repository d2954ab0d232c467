import type { OAuthDeclaration } from '../oauth/declaration'
import { providerFailure } from '../oauth/provider-failure'
import type { Fetch } from '../port'

/**
 * POSTs a form with the token in `Authorization` (RFC 6750, section 2.1), never in the address or the body.
 * Rejects with `PROVIDER_ERROR` `origin_not_declared`, before anything is sent, for an address the type does not declare.
 */
export async function postWithToken(
  declaration: OAuthDeclaration,
  fetch: Fetch,
  url: string,
  token: string,
  form: Record<string, string> = {},
): Promise<Response> {
  if (!declaration.origins.includes(new URL(url).origin)) throw providerFailure('origin_not_declared')
  return fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: new URLSearchParams(form) })
}
