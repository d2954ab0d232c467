import { z } from 'zod'
import { runNodeWords as words } from '../../../../src-shared/words/en/run-node'
import { refusalCode } from '../../provider/github/refusal'
import { refusedBy, unusable } from '../run-failure'
import { jsonOf } from './answer-body'
import { ownAlone, type Work } from './node-work'
import { anyText, choiceOf, numberOf, textOf } from './read-params'

const PAGE = 100
const MOST_PAGES = 10

const Issue = z.object({
  number: z.int(),
  title: z.string(),
  state: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string() })])).default([]),
})
const Comment = z.object({ id: z.int(), html_url: z.string() })
const Repositories = z.object({
  total_count: z.int(),
  repositories: z.array(z.object({ full_name: z.string(), private: z.boolean(), html_url: z.string() })),
})

/**
 * Opens, comments on or reads an issue, or lists repositories, as the App's installation.
 * Source: https://docs.github.com/rest/issues and https://docs.github.com/rest/apps/installations
 * @param apiUrl ends in a slash
 * @param now milliseconds since the epoch
 */
export async function githubAction(work: Work, apiUrl: string, now: () => number): Promise<unknown> {
  const { params } = work.node
  const call = <Answer>(method: 'GET' | 'POST', path: string, answer: z.ZodType<Answer>, body?: object) =>
    callGitHub(work, { method, url: new URL(path, apiUrl).href, answer, body, now })
  switch (choiceOf(params, 'operation', ['create_issue', 'comment', 'get_issue', 'list_repositories'])) {
    case 'create_issue': {
      const body = anyText(params, 'body')
      const made = { title: textOf(params, 'title'), ...(body === undefined ? {} : { body }) }
      return issueOutput(await call('POST', `repos/${repositoryOf(params)}/issues`, Issue, made))
    }
    case 'comment': {
      const path = `repos/${repositoryOf(params)}/issues/${numberOf(params, 'number')}/comments`
      const { id, html_url: url } = await call('POST', path, Comment, { body: anyText(params, 'body') ?? textOf(params, 'body') })
      return { id, url }
    }
    case 'get_issue':
      return issueOutput(await call('GET', `repos/${repositoryOf(params)}/issues/${numberOf(params, 'number')}`, Issue))
    case 'list_repositories': {
      const repositories: { fullName: string; private: boolean; url: string }[] = []
      for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await call('GET', `installation/repositories?per_page=${PAGE}&page=${page}`, Repositories)
        repositories.push(
          ...answer.repositories.map((one) => ({ fullName: one.full_name, private: one.private, url: one.html_url })),
        )
        if (answer.repositories.length < PAGE || repositories.length >= answer.total_count) break
      }
      return { repositories }
    }
  }
}

const issueOutput = ({ html_url: url, user, labels, ...issue }: z.infer<typeof Issue>) => ({
  ...issue,
  url,
  author: user?.login ?? null,
  labels: labels.map((label) => (typeof label === 'string' ? label : label.name)),
})

/** Encoded, and never a way out of where it stands in the address. */
function repositoryOf(params: Work['node']['params']): string {
  const parts = textOf(params, 'repository').trim().split('/')
  const isName = parts.length === 2 && parts.every((part) => /^[\w.-]{1,100}$/.test(part) && part !== '.' && part !== '..')
  if (!isName) throw unusable(words.mustBeRepository)
  return parts.map(encodeURIComponent).join('/')
}

interface Call<Answer> {
  method: 'GET' | 'POST'
  url: string
  answer: z.ZodType<Answer>
  body: object | undefined
  now: () => number
}

async function callGitHub<Answer>({ send, doubt }: Work, { method, url, answer, body, now }: Call<Answer>): Promise<Answer> {
  const content = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const { status, headers, bytes } = await send({ method, url, ...content }, ownAlone)
  const json = jsonOf(bytes)
  if (status >= 400) {
    const { code } = refusalCode({ status, headers }, json, { now: now() })
    if (code === 'bad_credentials' || code === 'installation_suspended') await doubt()
    const recovery = status === 401 || code === 'installation_suspended' ? 'reconnect' : status < 429 ? 'edit_input' : 'retry'
    throw refusedBy('GitHub', said(json) ?? code, { recovery: code === 'rate_limited' ? 'retry' : recovery })
  }
  const read = answer.safeParse(json)
  if (!read.success) throw refusedBy('GitHub', 'malformed_answer')
  return read.data
}

/** Of a validation error, GitHub says beside its sentence which field it is about. */
const Refusal = z.object({
  message: z.string().min(1),
  errors: z
    .array(z.looseObject({ field: z.string().optional(), code: z.string().optional() }))
    .optional()
    .catch(undefined),
})

function said(json: unknown): string | undefined {
  const refusal = Refusal.safeParse(json).data
  if (refusal === undefined) return undefined
  const fields = (refusal.errors ?? []).flatMap(({ field, code }) => (field === undefined ? [] : [`${field}: ${code ?? ''}`]))
  return fields.length === 0 ? refusal.message : `${refusal.message} (${fields.join(', ')})`
}
