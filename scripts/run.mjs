// `npm start`, `npm run demo` and `npm run serve`: builds when the sources changed, then starts the program.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { desktop } from './desktop.mjs'
import { root } from './root.mjs'

const [command, ...args] = process.argv.slice(2)
const commands = { start: () => withWindow([]), demo: () => withWindow(['--demo']), serve: () => serve([]) }

try {
  const run = commands[/** @type {keyof typeof commands} */ (command)]
  if (!run) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}.`)
  await build()
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

/** @param {string[]} more */
async function withWindow(more) {
  const reason = await desktop([...more, ...args])
  if (reason === undefined) return
  process.stderr.write(`${reason} Running the same application as a server instead.\n`)
  await serve(more)
}

/**
 * In this very process, so that a signal reaches the one that holds the data folder.
 * @param {string[]} more
 */
async function serve(more) {
  const entry = join(root, 'out', 'serve', 'serve.js')
  process.argv = [process.execPath, entry, ...more, ...args]
  await import(pathToFileURL(entry).href)
}
