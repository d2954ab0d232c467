import { html } from 'hono/html'
import { callbackPageWords } from '../../../src-shared/words/en/callback-page'
import type { ManifestForm } from '../../engine/provider/app-manifest'
import { type Page, page } from './callback-page'

/** One button. The browser brings the description to the provider, where the person is signed in and confirms it. */
export function manifestPage({ action, fields }: ManifestForm): Page {
  const { host } = new URL(action)
  const inputs = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return page(
    callbackPageWords.makeApp,
    html`<p>${callbackPageWords.makeAppLead(host)}</p>
<form action="${action}" method="post">${inputs}<button type="submit">${callbackPageWords.makeAppButton}</button></form>`,
  )
}

export const madePage = (): Page => page(callbackPageWords.appMade, html`<p>${callbackPageWords.close}</p>`)
