import { z } from 'zod'
import type { ConnectionDetails } from '../../../../src-shared/contract/connection'
import { EngineError } from '../../error'
import { providerFailure } from '../../oauth/provider-failure'
import type { Held, MintedToken, ProviderApp } from '../provider'
import { callGitHub, type GitHubApi, nothing } from './api'
import { appJwt, appOf } from './app-jwt'

/** Of an App on an account. Source: https://docs.github.com/rest/apps/apps#get-an-installation-for-the-authenticated-app */
const Installation = z.object({
  id: z.int().positive(),
  app_id: z.int().positive(),
  account: z.object({ id: z.int().positive(), login: z.string().min(1) }),
  repository_selection: z.enum(['all', 'selected']),
  permissions: z.record(z.string(), z.string()),
  // Becomes a link, so never anything but a page.
  html_url: z.url({ protocol: /^https?$/ }),
  suspended_at: z.string().nullish(),
})
export type Installation = z.infer<typeof Installation>

/** What an installation says about itself to its App. A 404 is `installation_not_found`. */
export async function readInstallation(api: GitHubApi, app: ProviderApp, id: number): Promise<Installation> {
  const path = `app/installations/${id}`
  const token = await appJwt(app)
  return callGitHub(api, { method: 'GET', path, token, answer: Installation, notFound: 'installation_not_found' })
}

const AccessToken = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) })

/** A token for an hour. Source: https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app */
export async function mintInstallationToken(api: GitHubApi, held: Held): Promise<MintedToken> {
  const path = `app/installations/${installationIdOf(held)}/access_tokens`
  const token = await appJwt(appOf(held))
  const minted = await callGitHub(api, { method: 'POST', path, token, answer: AccessToken, notFound: 'installation_not_found' })
  return { token: minted.token, expiresAt: Date.parse(minted.expires_at) }
}

/** Uninstalls the App. One that is gone already is fine. */
export async function deleteInstallation(api: GitHubApi, held: Held): Promise<void> {
  const path = `app/installations/${installationIdOf(held)}`
  const token = await appJwt(appOf(held))
  try {
    await callGitHub(api, { method: 'DELETE', path, token, answer: nothing, notFound: 'installation_not_found' })
  } catch (error) {
    if (!(error instanceof EngineError) || error.data.providerError !== 'installation_not_found') throw error
  }
}

const AnyInstallation = z.object({ id: z.int() })

/** Which installation the App has on a repository; undefined where it has none. `repository` is `owner/name`. */
export async function installationOn(api: GitHubApi, app: ProviderApp, repository: string): Promise<number | undefined> {
  const parts = repository.split('/')
  // In an address these would climb out of it; no repository is called so.
  if (parts.some((part) => part === '.' || part === '..')) return undefined
  const path = `repos/${parts.map(encodeURIComponent).join('/')}/installation`
  const token = await appJwt(app)
  try {
    return (await callGitHub(api, { method: 'GET', path, token, answer: AnyInstallation, notFound: 'repository_not_found' })).id
  } catch (error) {
    if (error instanceof EngineError && error.data.providerError === 'repository_not_found') return undefined
    throw error
  }
}

export const detailsOf = (installation: Installation): ConnectionDetails => ({
  installationId: installation.id,
  appId: String(installation.app_id),
  repositorySelection: installation.repository_selection,
  suspended: isSuspended(installation),
  configureUrl: installation.html_url,
})

export const isSuspended = ({ suspended_at: suspendedAt }: Installation): boolean => typeof suspendedAt === 'string'

/** Permissions as the type declares its scopes: `issues:write`. */
export const scopesOf = ({ permissions }: Installation): string[] =>
  Object.entries(permissions)
    .map(([name, access]) => `${name}:${access}`)
    .sort()

export function installationIdOf({ details: { installationId } }: Pick<Held, 'details'>): number {
  // Sealed and opened by us: without one, the record is not one that this provider made.
  if (installationId === undefined) throw providerFailure('malformed_answer')
  return installationId
}
