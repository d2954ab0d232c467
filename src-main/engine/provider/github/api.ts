import { z } from 'zod'
import { EngineError } from '../../error'
import { providerFailure } from '../../oauth/provider-failure'
import type { Fetch } from '../../port'
import { refusalCode } from './refusal'

/** Sent with every request: GitHub refuses one without a user agent, and keeps the version's answers as they are. */
export const githubHeaders = {
  accept: 'application/vnd.github+json',
  'x-github-api-version': '2022-11-28',
  'user-agent': 'Neurocad-Connect',
} as const

/** How to reach GitHub's REST API. */
export interface GitHubApi {
  /** Bounded. */
  fetch: Fetch
  /** Ends in a slash. */
  apiUrl: string
  /** Milliseconds since the epoch. */
  now(): number
}

interface Request<Answer> {
  method: 'GET' | 'POST' | 'DELETE'
  /** Below `apiUrl`; whatever came from outside is encoded in it. */
  path: string
  /** Of an App, or of a person. Goes into the `Authorization` header and nowhere else. */
  token?: string
  answer: z.ZodType<Answer>
  /** The code for a 404. */
  notFound?: string
}

/**
 * One request to GitHub's REST API. Rejects with `PROVIDER_TIMEOUT`, or `PROVIDER_ERROR` with a code of `refusalCode`,
 * `malformed_answer`, or what the bounded fetch says. Octokit's own client is not used: it has a network of its own, without bounds.
 */
export async function callGitHub<Answer>(api: GitHubApi, request: Request<Answer>): Promise<Answer> {
  const { method, path, token, notFound } = request
  const headers = { ...githubHeaders, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
  const response = await api.fetch(new URL(path, api.apiUrl).href, { method, headers }).catch(namedAsLimit)
  const json: unknown = await response.json().catch(() => undefined)
  if (!response.ok) {
    const { code, retryAfterSeconds } = refusalCode(response, json, { now: api.now(), notFound })
    throw providerFailure(code, [token ?? ''], retryAfterSeconds)
  }
  const answer = request.answer.safeParse(json)
  if (!answer.success) throw providerFailure('malformed_answer')
  return answer.data
}

/** For what answers 204. */
export const nothing = z.undefined()

/** GitHub limits with 403 and with 429: one code for both. */
function namedAsLimit(error: unknown): never {
  if (error instanceof EngineError && error.data.providerError === 'http_429')
    throw providerFailure('rate_limited', [], error.data.retryAfterSeconds)
  throw error
}
