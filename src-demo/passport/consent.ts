import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ConsentChoice, consentHeaders, consentPage, refusalPage } from '../consent-page'
import type { DemoActor } from '../platform'
import { passportAppName, passportPaths } from './app'
import type { Judgement } from './authorization'

const path = passportPaths.authorization

/**
 * The demo's Neurocad sign-in: `GET` shows who may approve, `POST` of one of its forms answers the app with a redirect.
 * Every request is judged by the identity provider first, the posted one again: its form could have been made anywhere.
 */
export function passportConsent(actors: readonly DemoActor[], judge: (query: string) => Promise<Judgement>): Hono {
  const app = new Hono()
  app.use(path, async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(consentHeaders)) c.header(name, value)
  })

  app.get(path, async (c) => {
    const { search, searchParams } = new URL(c.req.url)
    const judgement = await judge(search)
    if (judgement.kind === 'refused') return c.html(refusalPage('Neurocad'), 400)
    if (judgement.kind === 'sent_back') return c.redirect(judgement.location, 302)
    const fields = Object.fromEntries(searchParams)
    const asking = actors.find(({ subject }) => subject === searchParams.get('login_hint')) ?? actors[0]
    const approveAs = ({ subject, label }: DemoActor): ConsentChoice => ({
      label: `Allow as ${label}`,
      fields: { ...fields, account: subject },
    })
    const page = consentPage({
      provider: 'your Neurocad account',
      app: passportAppName,
      scopes: judgement.scopes,
      action: path,
      groups: [
        { heading: 'Signed in', choices: actors.filter((actor) => actor === asking).map(approveAs) },
        { heading: 'Somebody else', choices: actors.filter((actor) => actor !== asking).map(approveAs) },
      ],
      cancel: { label: 'Cancel', fields: { ...fields, decision: 'cancel' } },
    })
    return c.html(page)
  })

  app.post(path, bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const { account, decision, ...request } = Object.fromEntries(new URLSearchParams(await c.req.text()))
    const judgement = await judge(`?${new URLSearchParams(request)}`)
    if (judgement.kind === 'sent_back') return c.redirect(judgement.location, 302)
    const person = actors.find(({ subject }) => subject === account)
    if (judgement.kind === 'refused' || (decision !== 'cancel' && person === undefined)) {
      return c.html(refusalPage('Neurocad'), 400)
    }
    const approved = decision === 'cancel' || person === undefined ? judgement.cancel() : judgement.approve(person.subject)
    return c.redirect(await approved, 302)
  })
  return app
}
