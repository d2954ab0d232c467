import { z } from 'zod'
import { runNodeWords as words } from '../../../../src-shared/words/en/run-node'
import type { Injection } from '../../provider/injection'
import { hostNotAllowed, refusedBy } from '../run-failure'
import { jsonOf } from './answer-body'
import type { Work } from './node-work'
import { optionalNumber, optionalText, textOf } from './read-params'

const Asset = z.object({ id: z.string(), fileName: z.string(), kind: z.string(), size: z.number(), sha256: z.string() })
const Assets = z.object({ part: z.string(), assets: z.array(Asset) })
const ShareLink = z.object({ id: z.string(), url: z.url(), asset: z.string(), expiresAt: z.string().nullish() })
const Delivery = z.object({ id: z.string(), state: z.string() })

/** Both services that make files of a part: who calls is said by the operator's client, on whose behalf by the Passport. */
export async function extraction(work: Work): Promise<unknown> {
  const { node, delegated } = work
  const part = textOf(node.params, 'part')
  const format = optionalText(node.params, 'format')
  const { edaUrl, mechanicalUrl } = delegated?.details ?? {}
  const base = format === 'step' ? mechanicalUrl : edaUrl
  const url = under(base, node.kind === 'schematic' ? 'schematic' : 'library')
  return call(work, url, { part, ...(format === undefined ? {} : { format }) }, Assets, bothTokens)
}

export async function shareLink(work: Work): Promise<unknown> {
  const { params } = work.node
  const expiresInHours = optionalNumber(params, 'expiresInHours')
  const [origin] = work.own?.injection.origins ?? []
  const body = { asset: textOf(params, 'asset'), ...(expiresInHours === undefined ? {} : { expiresInHours }) }
  return call(work, under(origin, 'share-links'), body, ShareLink, (own) => [own])
}

export async function sendToDesktop(work: Work): Promise<unknown> {
  const { params } = work.node
  const fileName = optionalText(params, 'fileName')
  const url = under(work.delegated?.details.sessionManagerUrl, 'deliveries')
  const body = {
    asset: textOf(params, 'asset'),
    ...(fileName === undefined || fileName === '' ? {} : { fileName }),
    recipe: work.recipe,
  }
  return call(work, url, body, Delivery, (own, delegated) => [withOrigins(own, delegated)])
}

/** The operator's token as Bearer, and the Passport's beside it: each goes where the operator's connection may go, and only there. */
const bothTokens = (own: Injection, delegated: Injection): Injection[] => {
  const identity = (own.headers.authorization ?? '').replace(/^Bearer /, '')
  return [delegated, { headers: { 'x-neurocad-identity': identity }, query: {}, origins: delegated.origins }]
}

/** The Passport itself, also to where the node delegates to. */
const withOrigins = (own: Injection, delegated: Injection): Injection => ({ ...own, origins: delegated.origins })

async function call<Answer>(
  { send, idempotencyKey, doubt }: Work,
  url: string,
  content: object,
  answer: z.ZodType<Answer>,
  carry: (own: Injection, delegated: Injection) => Injection[],
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': idempotencyKey }
  const nothing: Injection = { headers: {}, query: {}, origins: [] }
  const { status, bytes } = await send({ method: 'POST', url, headers, body: JSON.stringify(content) }, (own, delegated) =>
    // A node of these kinds has its connections, or does not get here; without one, nothing is declared, so nothing is sent.
    carry(own ?? nothing, delegated ?? nothing),
  )
  const json = jsonOf(bytes)
  if (status >= 400) {
    const { error: said = `http_${status}`, message } = Refusal.safeParse(json).data ?? {}
    if (/^identity_token_(invalid|expired)$/.test(said)) await doubt()
    const recovery = said.startsWith('identity_token') ? 'reconnect' : said.startsWith('m2m_') ? 'contact_operator' : undefined
    throw refusedBy('Neurocad', said, {
      recovery: recovery ?? (status >= 429 ? 'retry' : 'edit_input'),
      ...(message === undefined ? {} : { message: words.saidBy('Neurocad', message) }),
    })
  }
  const read = answer.safeParse(json)
  if (!read.success) throw refusedBy('Neurocad', 'malformed_answer', { message: words.malformed('Neurocad') })
  return read.data
}

const Refusal = z.object({
  error: z.string().regex(/^[a-z0-9_]{1,100}$/),
  message: z.string().min(1).max(300).optional().catch(undefined),
})

/** Below an address that the operator wrote, whether or not that ends in a slash. */
function under(base: string | undefined, path: string): string {
  if (base === undefined || !URL.canParse(base)) throw hostNotAllowed(words.schemeRefused)
  return new URL(path, base.endsWith('/') ? base : `${base}/`).href
}
