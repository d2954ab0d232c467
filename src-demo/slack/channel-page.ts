import { Hono } from 'hono'
import { html } from 'hono/html'
import { consentHeaders, demoPage, type Html } from '../consent-page'
import type { Workspace } from './workspace'

/** What is said in the workspaces, for whoever wants to see what a recipe has posted. */
export function channelPage(workspaces: readonly Workspace[]): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const sections = await Promise.all(workspaces.map(section))
    return c.html(demoPage('Slack', html`<h1>Slack</h1>${sections}`), 200, consentHeaders)
  })
  return app
}

async function section({ identity, channels }: Workspace): Promise<Html> {
  const shown = await channels()
  return html`
    <h2>${identity.name}</h2>
    ${shown.map(
      ({ name, messages }) => html`
    <h3>#${name}</h3>
    <ul>${messages.length === 0 ? html`<li>Nothing yet</li>` : messages.map(({ author, text }) => html`<li>${author}: ${text}</li>`)}</ul>`,
    )}`
}
