import { html } from 'hono/html'
import type { ManifestForm } from '../../engine/provider/app-manifest'
import { type Page, page } from './callback-page'

/** One button. The browser brings the description to the provider, where the person is signed in and confirms it. */
export function manifestPage({ action, fields }: ManifestForm): Page {
  const { host } = new URL(action)
  const inputs = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return page(
    'Make your own GitHub App',
    html`<p>GitHub makes an App that belongs to you, and gives its key to Neurocad Connect alone. The next page is of ${host}: you
can change the name there before you confirm.</p>
<form action="${action}" method="post">${inputs}<button type="submit">Continue to GitHub</button></form>`,
  )
}

export const madePage = (): Page =>
  page('Your App is here', html`<p>You can close this page and go back to Neurocad Connect.</p>`)
