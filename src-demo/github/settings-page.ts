import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { choiceForm, consentHeaders, demoPage, type Html, refusalPage } from '../consent-page'
import type { Placed } from './installation-changes'
import { coveredBy } from './installations'
import { chosenRepositories } from './repository-choice'
import type { Site } from './site'

const listPath = '/settings/installations'

/** GitHub's "Installed GitHub Apps", for every account at once: where a person who shows the demo breaks things, and mends them. */
export function settingsPage(site: Site): Hono {
  const { installations, changes } = site
  const pages = new Hono()
  const answer = (c: Context, page: Html, status: 200 | 404 = 200) => c.html(page, status, consentHeaders)

  const placed = (id: string | undefined): Placed | undefined => placedIn(site, Number(id))

  pages.get(listPath, (c) => {
    const all = installations.all().flatMap(({ id }) => placed(String(id)) ?? [])
    return answer(c, demoPage('Installed GitHub Apps', listBody(all)))
  })

  const configure = (c: Context): Response | Promise<Response> => {
    const found = placed(c.req.param('id'))
    return found ? answer(c, demoPage('Configure', configureBody(found))) : answer(c, refusalPage('GitHub'), 404)
  }
  pages.get(`${listPath}/:id`, configure)
  pages.get(`/organizations/:organization${listPath}/:id`, configure)

  pages.post(`${listPath}/:id/:change`, async (c) => {
    const found = placed(c.req.param('id'))
    const form = new URLSearchParams(await c.req.text())
    const change = c.req.param('change')
    if (found === undefined) return answer(c, refusalPage('GitHub'), 404)
    if (change === 'suspend') await changes.suspend(found)
    else if (change === 'unsuspend') await changes.unsuspend(found)
    else if (change === 'uninstall') await changes.uninstall(found)
    else if (change === 'repositories')
      await changes.configure(found, chosenRepositories(form.get('repositories'), found.account))
    else return answer(c, refusalPage('GitHub'), 404)
    return c.redirect(change === 'repositories' ? pathOf(found) : listPath, 302)
  })
  return pages
}

/** An installation by its id, with what belongs to it. */
export function placedIn({ directory, apps, installations }: Site, id: number): Placed | undefined {
  const installation = installations.find(id)
  const app = apps.all().find(({ appId }) => appId === installation?.appId)
  const account = directory.account(installation?.account ?? '')
  return installation && app && account && { installation, app, account }
}

const pathOf = ({ installation }: Placed): string => `${listPath}/${installation.id}`

function listBody(all: Placed[]): Html {
  if (all.length === 0) return html`<h1>Installed GitHub Apps</h1><p>No App is installed. Connect GitHub in Neurocad Connect.</p>`
  return html`<h1>Installed GitHub Apps</h1>${all.map((found) => {
    const { installation, app, account } = found
    const { suspended, repositories } = installation
    return html`
    <h2>${app.name} on ${account.login}</h2>
    <p>${suspended ? 'Suspended' : repositories === 'all' ? 'All repositories' : repositories.join(', ') || 'No repository'}</p>
    <form method="get" action="${pathOf(found)}"><button type="submit" class="other">Configure</button></form>
    ${ownChanges(found)}`
  })}`
}

/** Each button says the whole choice that it makes. */
function configureBody(found: Placed): Html {
  const { installation, app, account } = found
  const covered = coveredBy(installation, account).map(({ name }) => name)
  return html`
    <h1>${app.name} on ${account.login}</h1>
    <p>It may use:</p>
    <ul>${covered.map((name) => html`<li>${name}</li>`)}</ul>
    <h2>Repository access</h2>
    ${installation.repositories === 'all' ? '' : change(found, 'repositories', 'All repositories', 'all')}
    ${account.repositories.map(({ name }) =>
      covered.includes(name)
        ? change(found, 'repositories', `Remove ${name}`, covered.filter((other) => other !== name).join())
        : change(found, 'repositories', `Add ${name}`, [...covered, name].join()),
    )}
    <h2>This installation</h2>
    ${ownChanges(found)}
    <form method="get" action="${listPath}"><button type="submit" class="cancel">Back</button></form>`
}

/** What can be done to it as a whole. */
const ownChanges = (found: Placed): Html => html`
    ${found.installation.suspended ? change(found, 'unsuspend', 'Unsuspend') : change(found, 'suspend', 'Suspend')}
    ${change(found, 'uninstall', 'Uninstall')}`

const change = (found: Placed, to: string, label: string, repositories?: string): Html =>
  choiceForm(`${pathOf(found)}/${to}`, { label, fields: repositories === undefined ? {} : { repositories } }, 'other')
