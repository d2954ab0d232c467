import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { choiceForm, consentHeaders, demoPage } from '../consent-page'
import type { DemoActor } from '../platform'
import type { RecordStore } from './record-store'

const path = '/sessions'

/** A way to break a Passport: signing a person out everywhere ends every grant they gave, as an administrator can in Cognito. */
export function passportSessions(actors: readonly DemoActor[], store: RecordStore): Hono {
  const app = new Hono()
  app.get(path, (c) => c.html(page(actors), 200, consentHeaders))
  app.post(path, bodyLimit({ maxSize: 1024 }), async (c) => {
    const account = new URLSearchParams(await c.req.text()).get('account')
    const person = actors.find(({ subject }) => subject === account)
    if (person === undefined) return c.html(page(actors), 400, consentHeaders)
    await endSessions(store, person.subject)
    return c.html(page(actors, person), 200, consentHeaders)
  })
  return app
}

export const endSessions = (store: RecordStore, subject: string): Promise<void> =>
  store.removeWhere(({ payload }) => payload.accountId === subject)

const page = (actors: readonly DemoActor[], signedOut?: DemoActor) =>
  demoPage(
    'Neurocad sessions',
    html`
    <h1>Neurocad sessions</h1>
    <p>${signedOut ? `${signedOut.label} was signed out everywhere. ` : ''}Signing somebody out ends every Passport of theirs: its next refresh is refused.</p>
    ${actors.map(({ subject, label }) =>
      choiceForm(path, { label: `Sign out ${label} everywhere`, fields: { account: subject } }, 'other'),
    )}`,
  )
