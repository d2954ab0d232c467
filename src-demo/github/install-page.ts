import { type Context, Hono } from 'hono'
import { type ConsentChoice, consentHeaders, consentPage, refusalPage } from '../consent-page'
import type { DemoActor } from '../platform'
import type { GitHubApp } from './app'
import type { GitHubAccount } from './directory'
import { chosenRepositories } from './repository-choice'
import type { Site } from './site'

interface InstallRequest {
  app: GitHubApp
  /** The asking actor, who is one of GitHub's users. */
  subject: string
  user: GitHubAccount
  redirectUri: string
  state: string
}

/**
 * Where a person installs an App, and authorizes it in the same step: `GET` shows the accounts that they see, `POST` of one of its forms
 * goes back to the App. Source: GitHub, "About the setup URL", "Installing a GitHub App from a third party".
 */
export function installPage({ directory, apps, installations, codes }: Site, actors: readonly DemoActor[]): Hono {
  const pages = new Hono()
  const path = '/apps/:slug/installations/new'

  /** Undefined for an App, a person or a redirect address that is not registered. */
  const requestOf = (
    c: Context,
    subject: string,
    { redirectUri, state }: { redirectUri: string | undefined; state: string },
  ): InstallRequest | undefined => {
    const app = apps.all().find(({ slug }) => slug === c.req.param('slug'))
    const user = directory.userOf(subject)
    const goingTo = redirectUri ?? app?.callbackUrls[0]
    if (app === undefined || user === undefined || goingTo === undefined) return undefined
    return app.callbackUrls.includes(goingTo) ? { app, subject, user, redirectUri: goingTo, state } : undefined
  }

  pages.get(path, (c) => {
    const hint = c.req.query('login_hint')
    const asking = actors.find(({ subject }) => subject === hint) ?? actors[0]
    const asked = { redirectUri: c.req.query('redirect_uri'), state: c.req.query('state') ?? '' }
    const request = requestOf(c, asking?.subject ?? '', asked)
    if (request === undefined) return c.html(refusalPage('GitHub'), 400, consentHeaders)
    const { app, user } = request
    const page = consentPage({
      provider: 'GitHub',
      app: app.name,
      scopes: Object.entries(app.permissions).map(([name, access]) => `${name}: ${access}`),
      action: c.req.path,
      groups: directory.visibleTo(user.login).map((account) => ({
        heading: account.type === 'User' ? `${account.login} (you)` : `${account.login} (organization)`,
        choices: directory.administers(user.login, account)
          ? installChoices(request, account)
          : [choice(request, `Request installation on ${account.login}`, { account: account.login })],
      })),
      cancel: choice(request, 'Cancel', { decision: 'cancel' }),
    })
    return c.html(page, 200, consentHeaders)
  })

  pages.post(path, async (c) => {
    const form = new URLSearchParams(await c.req.text())
    for (const [name, value] of Object.entries(consentHeaders)) c.header(name, value)
    const asked = { redirectUri: form.get('redirect_uri') ?? undefined, state: form.get('state') ?? '' }
    const request = requestOf(c, form.get('login_hint') ?? '', asked)
    if (request === undefined) return c.html(refusalPage('GitHub'), 400)
    const { app, user, redirectUri } = request
    if (form.get('decision') === 'cancel') return c.redirect(backTo(request, { error: 'access_denied' }), 302)
    const account = directory.visibleTo(user.login).find(({ login }) => login === form.get('account'))
    if (account === undefined) return c.html(refusalPage('GitHub'), 400)
    // GitHub asks the organization's owner then; until the owner has agreed, there is no installation.
    if (!directory.administers(user.login, account)) return c.redirect(backTo(request, { setup_action: 'request' }), 302)
    const repositories = chosenRepositories(form.get('repositories'), account)
    const { installation, isNew } = await installations.install(app.appId, account.login, repositories)
    const code = codes.issue({ appId: app.appId, login: user.login, redirectUri })
    const setup = { installation_id: String(installation.id), setup_action: isNew ? 'install' : 'update' }
    return c.redirect(backTo(request, { code, ...setup }), 302)
  })
  return pages
}

const choice = (request: InstallRequest, label: string, fields: ConsentChoice['fields']): ConsentChoice => ({
  label,
  fields: { login_hint: request.subject, redirect_uri: request.redirectUri, state: request.state, ...fields },
})

const installChoices = (request: InstallRequest, account: GitHubAccount): ConsentChoice[] => {
  const { login, repositories } = account
  const some = repositories.slice(0, -1).map(({ name }) => name)
  return [
    choice(request, `Install on ${login}: all repositories`, { account: login, repositories: 'all' }),
    choice(request, `Install on ${login}: only select repositories (${some.join(', ')})`, {
      account: login,
      repositories: some.join(),
    }),
  ]
}

function backTo({ redirectUri, state }: InstallRequest, answer: Record<string, string>): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (state !== '') url.searchParams.set('state', state)
  return url.href
}
