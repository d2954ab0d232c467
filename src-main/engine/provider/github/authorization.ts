import { githubWords } from '../../../../src-shared/words/en/github'
import { EngineError } from '../../error'
import { providerFailure } from '../../oauth/provider-failure'
import type { AuthorizationFlow, ProviderApp } from '../provider'
import type { GitHubApi } from './api'
import type { GitHubEndpoints } from './endpoints'
import { detailsOf, readInstallation, scopesOf } from './installation'
import { redeemUserToken } from './user-token'
import { canSeeInstallation } from './visible-installations'

/**
 * A person installs the App on an account, and authorizes it to know who they are, on one page.
 * Source: https://docs.github.com/apps/sharing-github-apps/sharing-your-github-app#installation-url and
 * https://docs.github.com/apps/creating-github-apps/registering-a-github-app/about-the-setup-url
 * It answers at one of the callback URLs of the App, of which the documentation knows web pages and loopback addresses only, so
 * no `callbacks` are said here.
 * Source: https://docs.github.com/apps/creating-github-apps/registering-a-github-app/about-the-user-authorization-callback-url
 */
export function githubAuthorization(api: GitHubApi, endpoints: GitHubEndpoints): AuthorizationFlow {
  return {
    async url({ app, state, redirectUri, loginHint }) {
      const { slug } = namesOf(app)
      const url = new URL(`apps/${encodeURIComponent(slug)}/installations/new`, endpoints.webUrl)
      url.searchParams.set('state', state)
      url.searchParams.set('redirect_uri', redirectUri)
      if (endpoints.loginHintParameter !== undefined) url.searchParams.set(endpoints.loginHintParameter, loginHint)
      return url.href
    },

    // Who may not install can only ask an owner to: that answer brings no code.
    answeredBy: (callback) => (callback.get('setup_action') === 'request' ? 'setup_action' : 'code'),

    async redeem(request, callback) {
      if (callback.get('setup_action') === 'request') throw waitsForOwner()
      const { appId } = namesOf(request.app)
      const installationId = installationIdIn(callback)
      const userToken = await redeemUserToken(api.fetch, endpoints, request, callback)
      if (!(await canSeeInstallation(api, userToken, { installationId, appId }))) throw notTheirs()
      const installation = await readInstallation(api, request.app, installationId)
      const { id, login } = installation.account
      return {
        account: { id: String(id), label: login },
        details: detailsOf(installation),
        scopes: scopesOf(installation),
        // Tokens are made from the App's key before they are used: there is nothing that lasts.
        expiresAt: null,
        secret: {},
        isFound: callback.get('setup_action') === 'update',
      }
    },
  }
}

function namesOf({ fields: { appId, slug } }: ProviderApp): { appId: string; slug: string } {
  if (appId === undefined || slug === undefined) throw new EngineError('PROVIDER_APP_MISSING', { type: 'githubApi' })
  return { appId, slug }
}

function installationIdIn(callback: URLSearchParams): number {
  const [id = '', ...more] = callback.getAll('installation_id')
  if (more.length > 0 || !/^[1-9]\d{0,14}$/.test(id)) throw providerFailure('malformed_answer')
  return Number(id)
}

const waitsForOwner = () =>
  new EngineError('PROVIDER_ERROR', { providerError: 'installation_requested', recovery: 'retry' }, githubWords.ownerWasAsked)

const notTheirs = () =>
  new EngineError(
    'AUTHORIZATION_DENIED',
    { type: 'githubApi', providerError: 'installation_not_visible' },
    githubWords.notYourInstallation,
  )
