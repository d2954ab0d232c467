import { createPrivateKey } from 'node:crypto'
import { SignJWT } from 'jose'
import { type DemoPart, endpointOf } from '../../src-demo/platform'
import { approve, formsIn } from './consent'

/** The demo's GitHub as an App's own scripts would call it, without any of the engine. */

type Platform = Pick<DemoPart, 'endpoints' | 'firstApps'>

/** Parts of button texts, for `installApp`. Without one, the first: the asking actor's own account, all repositories. */
export const installButton = {
  someRepositories: 'only select repositories',
  organization: 'Install on larkspur-devices: all',
  someOfOrganization: 'Install on larkspur-devices: only',
  request: 'Request installation',
  cancel: 'Cancel',
} as const

/** The App that a platform has from the start, or another one with the same fields. */
export type AppFields = Record<string, string>
const firstApp = ({ firstApps }: Platform): AppFields => firstApps.githubApi ?? {}

/** Address of the install page; `changes` replaces parameters, an empty value leaves one out. */
export function installUrl(platform: Platform, changes: Record<string, string> = {}, app = firstApp(platform)): string {
  const given = Object.entries({ state: 'state-1', ...changes }).filter(([, value]) => value !== '')
  const page = `${endpointOf(platform, 'githubApi', 'webUrl')}apps/${app.slug}/installations/new`
  return `${page}?${new URLSearchParams(given)}`
}

/** Installs the App by the first button of the page, or the one whose text contains `button`; answers the redirect URL. */
export const installApp = (platform: Platform, button?: string, changes?: Record<string, string>, app?: AppFields) =>
  approve(installUrl(platform, changes, app), button)

export interface GitHubAnswer {
  status: number
  /** Parsed JSON; undefined for an empty answer. */
  body: unknown
  headers: Headers
}

/** Calls the REST API. `token`: whatever kind. */
export async function callGitHub(
  platform: Platform,
  path: string,
  { token, method = 'GET', json }: { token?: string; method?: string; json?: unknown } = {},
): Promise<GitHubAnswer> {
  const answer = await fetch(new URL(path, endpointOf(platform, 'githubApi', 'apiUrl')), {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers }
}

/** Exchanges a redirect's code; answers what GitHub says, which has `access_token` or `error`. */
export async function exchangeCode(platform: Platform, redirect: string, changes: AppFields = {}): Promise<AppFields> {
  const { clientId = '', clientSecret = '' } = firstApp(platform)
  const code = new URL(redirect).searchParams.get('code') ?? ''
  const answer = await fetch(`${endpointOf(platform, 'githubApi', 'webUrl')}login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, code, ...changes }),
  })
  return (await answer.json()) as AppFields
}

/** A user-to-server token of whoever `redirect` came from. */
export async function userToken(platform: Platform, redirect: string): Promise<string> {
  const { access_token: token } = await exchangeCode(platform, redirect)
  if (token === undefined) throw new Error('the demo gave no user token')
  return token
}

/** Posts a manifest as the person's browser would, and presses GitHub's button; answers the redirect URL. */
export async function createApp({ action, fields }: { action: string; fields: Record<string, string> }): Promise<string> {
  const page = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) })
  const [form] = formsIn(await page.text())
  const body = new URLSearchParams(form?.fields)
  const answer = await fetch(new URL(form?.action ?? '', action), { method: 'POST', body, redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`the demo made no App: ${answer.status}`)
  return location
}

/** A JWT of an App, good for five minutes; the claims are seconds from now. */
export function appJwt(
  platform: Platform,
  { exp = 300, iat = -30, privateKey }: { exp?: number; iat?: number; privateKey?: string } = {},
  app = firstApp(platform),
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ iss: app.appId ?? '', iat: now + iat, exp: now + exp })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(createPrivateKey(privateKey ?? app.privateKey ?? ''))
}

/** Calls the REST API as the App itself. */
export async function callAsApp(platform: Platform, path: string, method = 'GET', app?: AppFields): Promise<GitHubAnswer> {
  return callGitHub(platform, path, { token: await appJwt(platform, {}, app), method })
}

export const installationIdOf = (redirect: string): string => new URL(redirect).searchParams.get('installation_id') ?? ''

/** Mints an installation token for the installation that `redirect` tells of. */
export async function installationToken(platform: Platform, redirect: string, json?: unknown, app?: AppFields): Promise<string> {
  const token = await appJwt(platform, {}, app)
  const path = `app/installations/${installationIdOf(redirect)}/access_tokens`
  const { status, body } = await callGitHub(platform, path, { token, method: 'POST', json })
  if (status !== 201) throw new Error(`the demo gave no installation token: ${status}`)
  return (body as { token: string }).token
}
