import { readFileSync } from 'node:fs'
import Module, { register } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startBrowser } from '../chromium/browser'
import { serveHarness } from '../control/serve-harness'
import { variable } from '../module/variable'
import { electronVersion } from './electron-version'

/**
 * `node launch.mjs ROOT …`, as `electron ROOT …`: runs the main script that ROOT's package.json names, unchanged, with the stand-in in
 * the place of `electron`.
 */
const [program = process.execPath, , folder = '.', ...rest] = process.argv
const root = resolve(folder)
const { main }: { main: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true })
Object.defineProperty(process.versions, 'chrome', { value: '152.0.0.0', enumerable: true })
Object.defineProperty(process, 'resourcesPath', { value: root })
process.env[variable.root] = root
// An installed application is a program of its own; otherwise Electron is the program, and the application its first argument.
process.argv = process.env[variable.packaged] === '1' ? [program, ...rest] : [program, root, ...rest]
Object.defineProperty(process, 'defaultApp', { value: process.env[variable.packaged] !== '1' })

// Imported late: these read what was set above.
const electron = await import('../module')
const { lifecycle, releaseLock } = await import('../module/app')
const { closeAllWindows } = await import('../module/browser-window')
const { closeForeignPage } = await import('../module/foreign-page')
const { onRequest } = await import('../module/requests')
const { killChildren } = await import('../module/utility-process')
const { chromiumPath } = await import('../module/surroundings')
const { setBrowser, theBrowser } = await import('../module/world')
const { tellHarness } = await import('../control/harness-channel')

offerAsElectron(electron)
serveHarness(electron)
process.on('disconnect', () => lifecycle.exit(1))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => lifecycle.quit())

await import(pathToFileURL(join(root, main)).href)
await lifecycle.start(prepare, {
  closeWindows: closeAllWindows,
  async release() {
    killChildren()
    releaseLock()
    if (lifecycle.isReady) await theBrowser().close()
  },
})

async function prepare(): Promise<void> {
  const { context, endpoint } = await startBrowser(join(electron.app.getPath('userData'), 'Chromium'), chromiumPath)
  setBrowser(context)
  await context.route('**/*', onRequest)
  context.on('page', (page) => void closeForeignPage(page))
  tellHarness({ kind: 'browser', endpoint })
}

/** For `import` by a hook, for `require` by Node's loader of CommonJS. */
function offerAsElectron(module: object): void {
  register(new URL('./hooks.mjs', import.meta.url).href)
  const loader: unknown = Reflect.get(Module, '_load')
  if (typeof loader !== 'function') throw new Error('stand-in: this Node has no Module._load')
  const load = (request: string, ...more: unknown[]) =>
    /^electron(\/(main|common))?$/.test(request) ? module : Reflect.apply(loader, Module, [request, ...more])
  Reflect.set(Module, '_load', load)
}
