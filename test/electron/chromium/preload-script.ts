import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CDPSession } from 'playwright-core'
import type { IsolatedWorldOptions } from '../page/isolated-world'
import { isolatedWorld } from './page-link'

const bundled = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')

/** Only documents of the window itself, as without nodeIntegrationInSubFrames; neither the empty one nor Chromium's own error pages. */
const inTopFrame = 'if (window === window.top && location.protocol === "https:")'

/**
 * Has a preload run before each document's own scripts, in a world of its own. Its source goes in as it is, wrapped in a function,
 * because the page's policy forbids eval: a module is a syntax error there, as it is in a sandboxed renderer.
 * @param source of the built preload
 */
export async function installPreload(session: CDPSession, source: string, options: IsolatedWorldOptions): Promise<void> {
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `${inTopFrame} { (() => { ${bundled('./main-world.js')}
      standInMainWorld.startMainWorld(${JSON.stringify(options.channel)}) })() }`,
  })
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: isolatedWorld,
    source: `${inTopFrame} { (() => { ${bundled('./isolated-world.js')}
      standInIsolatedWorld.startIsolatedWorld(${JSON.stringify(options)}, (require, process, module, exports) => {
${source}
      }) })() }`,
  })
}

/** Why a source cannot be a sandboxed preload, or undefined. A script that does not parse would otherwise never be heard of. */
export function preloadSyntaxError(source: string): Error | undefined {
  try {
    new Function('require', 'process', 'module', 'exports', source)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
