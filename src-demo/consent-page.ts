import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { consentStyle } from './consent-style'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** One way to answer: a form of its own, whose hidden fields say everything, so that a script can follow it without a browser. */
export interface ConsentChoice {
  label: string
  fields: Record<string, string>
}

export interface ConsentPage {
  provider: string
  app: string
  scopes: string[]
  /** Path that the forms are posted to. */
  action: string
  /** Under a heading each; the first choice of the first group is what a person wants most often. */
  groups: { heading: string; choices: ConsentChoice[] }[]
  cancel: ConsentChoice
}

export function consentPage(page: ConsentPage): Html {
  const [first] = page.groups.flatMap(({ choices }) => choices)
  const form = (choice: ConsentChoice, look: Look): Html => choiceForm(page.action, choice, look)
  return demoPage(
    `${page.app} asks for access`,
    html`
    <h1>${page.app} asks for access to ${page.provider}</h1>
    <p>It will be able to use:</p>
    <ul>${page.scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
    ${page.groups.map(
      ({ heading, choices }) => html`
    <h2>${heading}</h2>
    ${choices.map((choice) => form(choice, choice === first ? 'first' : 'other'))}`,
    )}
    ${form(page.cancel, 'cancel')}`,
  )
}

/** How a button looks: what is wanted most often, anything else, or the way out. */
type Look = 'first' | 'other' | 'cancel'

/** A button that posts what it stands for. */
export const choiceForm = (action: string, { label, fields }: ConsentChoice, look: Look): Html => html`
    <form method="post" action="${action}">
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <button type="submit" class="${look}">${label}</button>
    </form>`

/** A request that cannot be sent back to the app that made it: it is not known, or the address is not one of its own. */
export function refusalPage(provider: string): Html {
  return demoPage(
    'Not registered',
    html`
    <h1>${provider} does not know this request</h1>
    <p>Its client id or its redirect address is not registered here. Start again from Neurocad Connect.</p>`,
  )
}

/** No script, no address outside this page, and nothing that keeps the state or sends it on. */
export const consentHeaders: Record<string, string> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
}

/** The frame of every page of the demo. */
export const demoPage = (title: string, body: Html): Html => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} (demo)</title>
    <style>${raw(consentStyle)}</style>
  </head>
  <body>
    <main>
      <div class="note">Demo: a stand-in on this computer, no real account</div>
      ${body}
    </main>
  </body>
</html>
`
