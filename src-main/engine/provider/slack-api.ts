import type { OAuthDeclaration } from '../oauth/declaration'
import { providerFailure } from '../oauth/provider-failure'
import type { Fetch } from '../port'
import { readSlackAnswer } from './slack-answer'
import { postWithToken } from './token-request'

/**
 * Calls one Web API method and answers what it says beside `ok`.
 * A few methods do not need @slack/web-api, which brings an HTTP client of its own: here everything goes through the fetch
 * port, so that its bounds hold and a test can stand in for the network.
 * Rejects with `PROVIDER_ERROR` (Slack's code, or `malformed_answer`) or `PROVIDER_TIMEOUT`.
 */
export async function callSlack(
  declaration: OAuthDeclaration,
  fetch: Fetch,
  url: string,
  token: string,
  form: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const answer = await readSlackAnswer(await postWithToken(declaration, fetch, url, token, form))
  if (answer === undefined) throw providerFailure('malformed_answer')
  if (!answer.ok) throw providerFailure(answer.error, [token])
  return answer
}
