// Builds `out/` when the sources changed: Electron's bundles and the page with electron-vite, the windowless host with vite.
// Everything said goes to standard error, because the standard output belongs to the program that is started afterwards.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './build-lock.mjs'
import { writeLicences } from './licences.mjs'
import { root } from './root.mjs'
import { currentStamp, isBuilt, writeStamp } from './stamp.mjs'

const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** Rejects when a bundler fails; its own words are on standard error by then. */
export async function build() {
  if (isBuilt()) return
  await alone(async () => {
    if (isBuilt()) return
    const stamp = currentStamp()
    process.stderr.write('Building…\n')
    await Promise.all([
      run(electronVite, 'build', '--logLevel', 'warn'),
      run(vite, 'build', '--config', 'vite.serve.config.ts', '--logLevel', 'warn'),
    ])
    writeLicences()
    writeStamp(stamp)
  })
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function run(script, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      // 2: the child's standard output joins our standard error.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`The build failed (exit ${code}).`))))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
