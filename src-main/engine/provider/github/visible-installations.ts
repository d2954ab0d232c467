import { z } from 'zod'
import { providerFailure } from '../../oauth/provider-failure'
import { callGitHub, type GitHubApi } from './api'

const PER_PAGE = 100
/** A person who can see more than ten thousand installations of one App is a server that never ends its list. */
const MOST_PAGES = 100

const Page = z.object({
  total_count: z.int().nonnegative(),
  installations: z.array(z.object({ id: z.int(), app_id: z.int() })),
})

/**
 * Whether a person can see an installation of this App: what arrives beside the code is not signed and may name anybody's.
 * Source: https://docs.github.com/rest/apps/installations#list-app-installations-accessible-to-the-user-access-token
 */
export async function canSeeInstallation(
  api: GitHubApi,
  userToken: string,
  wanted: { installationId: number; appId: string },
): Promise<boolean> {
  for (let page = 1, seen = 0; page <= MOST_PAGES; page++) {
    const path = `user/installations?per_page=${PER_PAGE}&page=${page}`
    const { total_count: total, installations } = await callGitHub(api, { method: 'GET', path, token: userToken, answer: Page })
    const found = installations.find(({ id }) => id === wanted.installationId)
    if (found) return String(found.app_id) === wanted.appId
    seen += installations.length
    if (installations.length === 0 || seen >= total) return false
  }
  throw providerFailure('malformed_answer')
}
