import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { consentHeaders, consentPage, refusalPage } from '../consent-page'
import type { Backend } from './backend'
import type { EmulatedApp, EmulatedPerson, EmulatedService } from './service'

/** Who approved what, until the code is exchanged. */
export interface Approval {
  approvedBy: string
  scope: string
  redirectUri: string
}

/** By authorization code. In memory alone: a code that is not exchanged before a restart is void. */
export type Approvals = Map<string, Approval>

/** What an authorization request consists of (RFC 6749, section 4.1.1, and RFC 7636); the rest is nobody's business here. */
const parameterNames = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'code_challenge', 'code_challenge_method']

/**
 * The consent of an emulated service: `GET` shows who may approve, `POST` of one of its forms answers the app with a
 * redirect. Every request is judged by the emulator too, the posted one again: its form could have been made anywhere.
 */
export function emulatedConsent(
  { name, paths }: EmulatedService,
  app: EmulatedApp,
  people: readonly EmulatedPerson[],
  backend: Backend,
  approvals: Approvals,
): Hono {
  const front = new Hono()

  const refusal = async (c: Context, request: URLSearchParams): Promise<Response | undefined> => {
    // The emulators compare neither query nor trailing slash, and some let a missing address pass.
    const isKnown = request.get('client_id') === app.clientId && app.redirectUris.includes(request.get('redirect_uri') ?? '')
    if (isKnown && (await backend.request(`${paths.authorize}?${request}`)).ok) return undefined
    return c.html(refusalPage(name), 400, consentHeaders)
  }

  front.get(paths.authorize, async (c) => {
    const request = requestOf(new URL(c.req.url).searchParams)
    const refused = await refusal(c, request)
    if (refused !== undefined) return refused
    const hint = c.req.query('login_hint')
    const asking = people.find(({ subject }) => subject === hint) ?? people[0]
    const inOrder = asking === undefined ? people : [asking, ...people.filter((person) => person !== asking)]
    const fields = Object.fromEntries(request)
    const page = consentPage({
      provider: name,
      app: app.name,
      scopes: (request.get('scope') ?? '').split(/[ ,]+/).filter((scope) => scope !== ''),
      action: paths.authorize,
      groups: [
        {
          heading: 'Accounts',
          choices: inOrder.map(({ subject, label }) => ({
            label: `Allow as ${label}`,
            fields: { ...fields, account: subject },
          })),
        },
      ],
      cancel: { label: 'Cancel', fields: { ...fields, decision: 'cancel' } },
    })
    return c.html(page, 200, consentHeaders)
  })

  front.post(paths.authorize, bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const request = requestOf(form)
    const refused = await refusal(c, request)
    if (refused !== undefined) return refused
    for (const [header, value] of Object.entries(consentHeaders)) c.header(header, value)
    if (form.get('decision') === 'cancel') return c.redirect(redirectWith(request, { error: 'access_denied' }), 302)
    const person = people.find(({ subject }) => subject === form.get('account'))
    if (person === undefined) return c.html(refusalPage(name), 400)
    const code = await backend.approve(request, person)
    approvals.set(code, {
      approvedBy: person.subject,
      scope: request.get('scope') ?? '',
      redirectUri: request.get('redirect_uri') ?? '',
    })
    return c.redirect(redirectWith(request, { code }), 302)
  })
  return front
}

function requestOf(given: URLSearchParams): URLSearchParams {
  const request = new URLSearchParams()
  for (const name of parameterNames) if (given.has(name)) request.set(name, given.get(name) ?? '')
  return request
}

/** RFC 6749, sections 4.1.2 and 4.1.2.1. */
function redirectWith(request: URLSearchParams, answer: Record<string, string>): string {
  const url = new URL(request.get('redirect_uri') ?? '')
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  const state = request.get('state')
  if (state) url.searchParams.set('state', state)
  return url.href
}
