// Runs the application in Electron where that can be: there is a display, and its binary is there or can be fetched.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { root } from './root.mjs'

const folder = join(root, 'node_modules', 'electron')

/**
 * Resolves when the application was closed; with a sentence instead when it cannot run here.
 * @param {string[]} args
 * @returns {Promise<string | undefined>}
 */
export async function desktop(args) {
  if (!hasDisplay(process.platform, process.env)) return 'There is no display for a window.'
  if (process.platform === 'linux' && process.getuid?.() === 0) return "Electron's sandbox does not run as root."
  const binary = installed() ?? (await fetched())
  if (!binary) return "Electron's binary could not be fetched."
  return launch(binary, args)
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform, env) {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** @returns {string | undefined} Electron's own binary, where it was fetched. */
export function installed() {
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/** Electron 45 has no postinstall: its own `install.js` downloads and unpacks, and is quiet about it here. */
async function fetched() {
  if (!(await reachable())) return undefined
  process.stderr.write('Fetching Electron, this once…\n')
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 300_000 })
  await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  return installed()
}

/** A host that drops packets would keep the person waiting for minutes, so it is tried first. A proxy hides the host. */
function reachable() {
  const env = process.env
  if (env.HTTPS_PROXY || env.https_proxy) return Promise.resolve(true)
  const { hostname, port, protocol } = new URL(env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com')
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443), timeout: 5000 })
    const answer = (/** @type {boolean} */ yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false))
  })
}

/**
 * @param {string} binary
 * @param {string[]} args
 * @returns {Promise<string | undefined>}
 */
function launch(binary, args) {
  const started = Date.now()
  const child = spawn(binary, [root, ...args], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', () => resolve('Electron could not be started.'))
    child.once('exit', (code, signal) => {
      // Chromium ends itself by a signal when its sandbox or display cannot be set up.
      if (signal && signal !== 'SIGTERM' && signal !== 'SIGINT' && Date.now() - started < 10_000)
        return resolve(`Electron could not start here (${signal}).`)
      process.exitCode = code ?? 1
      resolve(undefined)
    })
  })
}
