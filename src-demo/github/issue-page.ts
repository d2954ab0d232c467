import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { consentHeaders, demoPage } from '../consent-page'
import type { Site } from './site'

const Issue = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }),
})
const Comments = z.array(z.object({ body: z.string(), user: z.object({ login: z.string() }) }))

/** The page of an issue, to which its `html_url` leads: for people, as its owner sees it. What asks for data is left to the API. */
export function issuePage({ directory, apps, emulated }: Site): Hono {
  const pages = new Hono()
  pages.get('/:owner/:repo/issues/:number{[0-9]+}', async (c, next) => {
    const { owner, repo, number } = c.req.param()
    const found = directory.repository(owner, repo)
    const reader = found?.account.type === 'User' ? found.account : directory.users[0]
    if (found === undefined || reader === undefined || !c.req.header('accept')?.includes('text/html')) return next()
    const path = `/repos/${found.repository.fullName}/issues/${number}`
    for (const app of apps.all()) {
      const { asUser } = await emulated.of(app)
      const answer = await asUser(reader.login, path)
      if (!answer.ok) continue
      const issue = Issue.parse(await answer.json())
      const comments = Comments.parse(await (await asUser(reader.login, `${path}/comments`)).json())
      const body = html`
    <h1>${issue.title} #${issue.number}</h1>
    <p>${found.repository.fullName}, opened by ${issue.user.login}</p>
    <p>${issue.body ?? ''}</p>
    ${comments.map((comment) => html`<h2>${comment.user.login}</h2><p>${comment.body}</p>`)}`
      return c.html(demoPage(issue.title, body), 200, consentHeaders)
    }
    return next()
  })
  return pages
}
