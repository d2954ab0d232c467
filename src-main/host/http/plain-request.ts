import type { IncomingMessage } from 'node:http'
import { LIMIT } from './request-body'
import type { RouteTree } from './route-tree'

/** A request that can be understood in one way only, up to its body. */
export interface PlainRequest<Target> {
  target: Target
  params: Record<string, string> | undefined
  query: URLSearchParams
  headers: ReadonlyMap<string, string>
  hasBody: boolean
}

/** Headers that say something to a procedure's call, or to how its request is read. */
const heard = new Set(['authorization', 'content-length', 'content-type', 'if-match', 'sec-fetch-site', 'transfer-encoding'])

const PLAIN_QUERY = /^[\w.~=&%+-]*$/

/** Undefined where a request is not for one of `targets`, or leaves any question. */
export function plainRequest<Target>(
  { method = '', url = '', rawHeaders }: IncomingMessage,
  targets: RouteTree<Target>,
): PlainRequest<Target> | undefined {
  const start = url.indexOf('?')
  const found = targets.find(method, start < 0 ? url : url.slice(0, start))
  if (found === undefined) return undefined
  const isRead = method === 'GET'
  const asked = start < 0 ? '' : url.slice(start + 1)
  if (!PLAIN_QUERY.test(asked) || (asked !== '' && !isRead)) return undefined
  const query = new URLSearchParams(asked)
  const { params } = found
  if (params !== undefined && [...query.keys()].some((name) => name in params)) return undefined
  const headers = singleHeaders(rawHeaders)
  if (headers === undefined || headers.has('transfer-encoding')) return undefined
  const length = Number(headers.get('content-length') ?? 0)
  if (isRead ? length !== 0 : !(length <= LIMIT)) return undefined
  return { target: found.value, params, query, headers, hasBody: length > 0 }
}

/** By their names in lower case; undefined where one came twice, because what that means is not one value. */
function singleHeaders(rawHeaders: readonly string[]): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = String(rawHeaders[at]).toLowerCase()
    if (!heard.has(name)) continue
    if (found.has(name)) return undefined
    found.set(name, String(rawHeaders[at + 1]))
  }
  return found
}
