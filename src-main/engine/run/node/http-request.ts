import type { Json } from '../../../../src-shared/domain/recipe/json'
import { runNodeWords as words } from '../../../../src-shared/words/en/run-node'
import { RunFailure, unusable } from '../run-failure'
import { bodyOf } from './answer-body'
import { ownAlone, type Work } from './node-work'
import { textOf } from './read-params'

/** Headers that decide where a request goes or where it ends, and are not a node's to set. */
const reserved =
  /^(host|connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*|__proto__)$/
/** Headers of an answer that are, or hold, what somebody could sign in with. */
const personal = /^(set-cookie2?|authorization|proxy-.*|www-authenticate|.*(token|secret|api-?key|session).*)$/
/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/

/** Sends a request with what its connection carries, if it has one. A status of 400 and above is a failure, with its answer to be read. */
export async function httpRequest({ node: { params }, own, send }: Work): Promise<unknown> {
  const method = textOf(params, 'method').toUpperCase()
  if (!/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method)) throw unusable(words.mustBeMethod)
  const { body, type } = method === 'GET' || method === 'HEAD' ? {} : bodyFor(params.body)
  const headers = {
    ...(type === undefined ? {} : { 'content-type': type }),
    ...headersOf(params.headers, own?.injection.headers),
  }
  const answer = await send({ method, url: textOf(params, 'url'), headers, body }, ownAlone)
  const output = {
    status: answer.status,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => !personal.test(name))),
    body: bodyOf(answer.bytes, answer.headers.get('content-type')),
  }
  if (answer.status < 400) return output
  const providerError = `http_${answer.status}`
  const recovery = answer.status === 401 && own !== undefined ? 'reconnect' : answer.status >= 500 ? 'retry' : 'edit_input'
  throw new RunFailure({ code: 'PROVIDER_ERROR', message: words.answered(answer.status), providerError, recovery }, output)
}

function bodyFor(body: Json | undefined): { body?: string; type?: string } {
  if (body === undefined || body === null || body === '') return {}
  if (typeof body === 'string') return { body, type: looksLikeJson(body) ? 'application/json' : 'text/plain; charset=utf-8' }
  return { body: JSON.stringify(body), type: 'application/json' }
}

const looksLikeJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function headersOf(headers: Json | undefined, injected: Readonly<Record<string, string>> = {}): Record<string, string> {
  if (headers === undefined || headers === null || headers === '') return {}
  if (typeof headers !== 'object' || Array.isArray(headers)) throw unusable(words.mustBeHeaders)
  const entries = Object.entries(headers).map(([given, value]): [string, string] => {
    const name = given.toLowerCase()
    if (!TOKEN.test(name) || reserved.test(name) || Object.hasOwn(injected, name))
      throw unusable(words.headerRefused(given.slice(0, 100)))
    // RFC 9110, section 5.5, and no character that could begin another header.
    if (typeof value !== 'string' || !/^[\x20-\x7e\x80-\xff]*$/.test(value)) throw unusable(words.headerNotText(given))
    return [name, value]
  })
  return Object.fromEntries(entries)
}
