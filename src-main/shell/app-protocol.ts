import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { isAppAddress } from './app-address'
import { contentPolicy } from './content-policy'
import { problemFile } from './problem-page'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * The file that an address of the page names, inside `root`; undefined for an address that names nothing there.
 * The page's own routes have no extension, and are all answered by its one document.
 */
export function fileFor(root: string, address: string): string | undefined {
  if (!isAppAddress(address)) return undefined
  const path = decoded(new URL(address).pathname)
  // An encoded slash, backslash or dot is decoded once, here, and then judged; what climbs is not repaired but refused.
  if (path === undefined || /[\\\0]/.test(path) || path.split('/').includes('..')) return undefined
  const file = join(root, extname(path) === '' ? 'index.html' : path)
  return file.startsWith(root + sep) ? file : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Answers a request of the page out of `root`, a folder of built files. */
export async function answerFromApp(root: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  if (request.method !== 'GET') return refused(405)
  const problem = problemFile(request.url)
  if (problem) return new Response(problem.body, { headers: { ...headers, 'content-type': problem.type } })
  const file = fileFor(root, request.url)
  const type = file && types[extname(file)]
  if (!file || !type) return refused(404)
  try {
    return new Response(await readFile(file), { headers: { ...headers, 'content-type': type } })
  } catch {
    return refused(404)
  }
}

const headers = {
  'content-security-policy': contentPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const refused = (status: number) => new Response(null, { status, headers })
