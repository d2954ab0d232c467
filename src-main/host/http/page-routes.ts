import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { terminalWords } from '../../../src-shared/words/en/terminal'
import type { Environment } from './environment'

/** Addresses that the page itself routes. Everything else that is no file does not exist. */
const pages = [
  '/',
  '/connect',
  '/connect/*',
  '/attention',
  '/connections',
  '/recipes',
  '/recipes/*',
  '/runs',
  '/runs/*',
  '/grants',
  '/audit',
  '/import',
  '/inbox',
  '/settings',
  '/settings/*',
]

/** The built renderer, for everyone: it holds no data. Files under `/assets` carry a hash of their content in their name. */
export function pageRoutes(folder: string): Hono<Environment> {
  const routes = new Hono<Environment>()
  const index = join(folder, 'index.html')
  if (existsSync(folder)) {
    const files = serveStatic({ root: folder })
    routes.get('/assets/*', cacheControl('public, max-age=31536000, immutable'), files)
    routes.get('/:file{[\\w-]+\\.[a-z0-9]+}', cacheControl('no-cache'), files)
  }
  for (const path of pages) {
    routes.get(path, async (c) => {
      const page = await readFile(index, 'utf8').catch(() => undefined)
      if (page === undefined) return c.text(`${terminalWords.notBuilt}\n`, 503)
      return c.html(page, 200, { 'Cache-Control': 'no-cache' })
    })
  }
  return routes
}

/** For files that were found; what is missing must not be remembered as missing. */
const cacheControl =
  (value: string): MiddlewareHandler<Environment> =>
  async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('Cache-Control', value)
  }
