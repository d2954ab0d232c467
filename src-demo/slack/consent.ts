import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ConsentChoice, consentHeaders, consentPage, refusalPage } from '../consent-page'
import type { DemoActor } from '../platform'
import { slackAppName } from './app'
import type { Approvals } from './approval'
import type { ConsentRequest, Workspace } from './workspace'

/** Where an app sends people, under Slack's own path. */
export const authorizePath = '/oauth/v2/authorize'

/**
 * Slack's consent: `GET` shows who may approve and where, `POST` of one of its forms answers the app with a redirect.
 * Every request is judged by the emulator first, the posted one again: its form could have been made anywhere.
 */
export function slackConsent(
  workspaces: readonly [Workspace, ...Workspace[]],
  actors: readonly DemoActor[],
  redirectUris: readonly string[],
  approvals: Approvals,
): Hono {
  const app = new Hono()

  const refusal = async (c: Context, request: ConsentRequest): Promise<Response | undefined> => {
    const refused = await workspaces[0].refuses(request)
    // The emulator compares neither query nor trailing slash, and lets a missing address pass.
    if (refused === undefined && redirectUris.includes(request.redirectUri)) return undefined
    return c.html(refusalPage('Slack'), 400, consentHeaders)
  }

  app.get(authorizePath, async (c) => {
    const request = consentRequest((name) => c.req.query(name))
    const refused = await refusal(c, request)
    if (refused !== undefined) return refused
    const hint = c.req.query('login_hint')
    const asking = actors.find(({ subject }) => subject === hint) ?? actors[0]
    const page = consentPage({
      provider: 'Slack',
      app: slackAppName,
      scopes: request.scope.split(',').filter((scope) => scope !== ''),
      action: authorizePath,
      groups: workspaces.map(({ identity }, index) => {
        // The second workspace is there for its account, whoever approves.
        const others = index === 0 ? actors.filter((actor) => actor !== asking) : []
        const people = asking === undefined ? others : [asking, ...others]
        return { heading: identity.name, choices: people.map((person) => approveAs(person, identity, request)) }
      }),
      cancel: { label: 'Cancel', fields: { ...fieldsOf(request), decision: 'cancel' } },
    })
    return c.html(page, 200, consentHeaders)
  })

  app.post(authorizePath, bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const request = consentRequest((name) => form.get(name) ?? undefined)
    const refused = await refusal(c, request)
    if (refused !== undefined) return refused
    for (const [name, value] of Object.entries(consentHeaders)) c.header(name, value)
    if (form.get('decision') === 'cancel') return c.redirect(denied(request).href, 302)
    const workspace = workspaces.find(({ identity }) => identity.teamId === form.get('workspace'))
    const person = actors.find(({ subject }) => subject === form.get('account'))
    if (workspace === undefined || person === undefined) return c.html(refusalPage('Slack'), 400)
    const redirect = await workspace.approve(request, person.subject)
    approvals.set(redirect.searchParams.get('code') ?? '', { workspace, subject: person.subject })
    return c.redirect(redirect.href, 302)
  })
  return app
}

function consentRequest(value: (name: string) => string | undefined): ConsentRequest {
  return {
    clientId: value('client_id') ?? '',
    redirectUri: value('redirect_uri') ?? '',
    scope: value('scope') ?? '',
    state: value('state') ?? '',
  }
}

const fieldsOf = ({ clientId, redirectUri, scope, state }: ConsentRequest): Record<string, string> => ({
  client_id: clientId,
  redirect_uri: redirectUri,
  scope,
  state,
})

const approveAs = (person: DemoActor, { teamId, name }: Workspace['identity'], request: ConsentRequest): ConsentChoice => ({
  label: `Allow in ${name} as ${person.label}`,
  fields: { ...fieldsOf(request), workspace: teamId, account: person.subject },
})

/** RFC 6749, section 4.1.2.1. */
function denied({ redirectUri, state }: ConsentRequest): URL {
  const url = new URL(redirectUri)
  url.searchParams.set('error', 'access_denied')
  if (state !== '') url.searchParams.set('state', state)
  return url
}
