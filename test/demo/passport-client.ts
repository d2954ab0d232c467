import { createHash, randomBytes } from 'node:crypto'
import type { DemoPlatform } from '../../src-demo'
import { passportClientId, passportPaths } from '../../src-demo/passport/app'
import { approve } from './consent'
import { demoOrigin } from './temporary-demo'

/** The demo's Neurocad sign-in and identity exchange as an app's own scripts would call them, without any of the engine. */

export const passportRedirectUri = `${demoOrigin}/api/neurocadUserIdentityApi/oauth/callback`
const verifier = randomBytes(32).toString('base64url')

/** An authorization URL; `changes` replaces parameters, an empty value leaves one out. */
export function passportUrl(platform: DemoPlatform, changes: Record<string, string> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: passportClientId,
    redirect_uri: passportRedirectUri,
    scope: 'openid email profile offline_access',
    prompt: 'consent',
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  const given = Object.entries({ ...parameters, ...changes }).filter(([, value]) => value !== '')
  return `${platform.urls.passport}${passportPaths.authorization}?${new URLSearchParams(given)}`
}

export interface PassportAnswer {
  status: number
  error?: string
  access_token?: string
  refresh_token?: string
  id_token?: string
  expires_in?: number
  scope?: string
}

async function post(platform: DemoPlatform, path: string, form: Record<string, string>): Promise<PassportAnswer> {
  const body = new URLSearchParams({ client_id: passportClientId, ...form })
  const answer = await fetch(`${platform.urls.passport}${path}`, { method: 'POST', body })
  const text = await answer.text()
  return { status: answer.status, ...(text === '' ? {} : (JSON.parse(text) as object)) }
}

export const redeem = (platform: DemoPlatform, redirect: string, form: Record<string, string> = {}) =>
  post(platform, passportPaths.token, {
    grant_type: 'authorization_code',
    code: new URL(redirect).searchParams.get('code') ?? '',
    redirect_uri: passportRedirectUri,
    code_verifier: verifier,
    ...form,
  })

export const refresh = (platform: DemoPlatform, refreshToken: string) =>
  post(platform, passportPaths.token, { grant_type: 'refresh_token', refresh_token: refreshToken })

export const revoke = (platform: DemoPlatform, token: string) => post(platform, passportPaths.revocation, { token })

/** The tokens of a sign-in: by the first button, or the one whose text contains `button`. */
export async function signIn(platform: DemoPlatform, button?: string) {
  const answer = await redeem(platform, await approve(passportUrl(platform), button))
  return tokensOf(answer)
}

/** Throws where there are none. */
export function tokensOf(answer: PassportAnswer): { accessToken: string; refreshToken: string; idToken: string } {
  const { access_token: accessToken, refresh_token: refreshToken, id_token: idToken } = answer
  if (!accessToken || !refreshToken || !idToken) throw new Error(`the demo gave no tokens: ${answer.error}`)
  return { accessToken, refreshToken, idToken }
}

/** Who an access token is of, or the status of the refusal. */
export async function userinfo(platform: DemoPlatform, accessToken: string): Promise<Record<string, unknown> | number> {
  const headers = { authorization: `Bearer ${accessToken}` }
  const answer = await fetch(`${platform.urls.passport}${passportPaths.userinfo}`, { headers })
  return answer.ok ? ((await answer.json()) as Record<string, unknown>) : answer.status
}

/** Exchanges an access token for an identity token. */
export async function exchangeIdentity(platform: DemoPlatform, accessToken: string | undefined) {
  const headers: Record<string, string> = accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }
  const url = platform.firstApps.neurocadUserIdentityApi?.identityUrl ?? ''
  const answer = await fetch(url, { method: 'POST', headers })
  return {
    status: answer.status,
    body: (await answer.json()) as { identity_token?: string; expires_in?: number; error?: string },
  }
}

/** What the page for giving demos does. */
export const signOutEverywhere = (platform: DemoPlatform, subject: string) =>
  fetch(`${platform.urls.passport}/sessions`, { method: 'POST', body: new URLSearchParams({ account: subject }) })
