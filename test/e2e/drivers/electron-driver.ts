import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { type ElectronApplication, _electron as electron } from '@playwright/test'
import { hasDisplay, installed } from '../../../scripts/desktop.mjs'
import { root } from '../../../scripts/root.mjs'
import { SystemBrowser } from '../../electron/harness/system-browser'
import { DesktopProgram, shellFolder } from './desktop-program'
import type { Driver } from './driver'
import { ElectronComputer } from './electron-computer'
import { ReadyLines } from './ready-lines'

/** The built bundles in Electron itself, where its binary is. */
export const electronDriver: Driver = {
  name: 'electron',
  async start(data, options = {}) {
    const binary = installed()
    if (binary === undefined) throw new Error('Electron’s binary is not here.')
    await mkdir(shellFolder(data), { recursive: true })
    const args = [...chromiumArguments(), root, '--json', '--data', data, ...(options.demo === false ? [] : ['--demo'])]
    // Where Electron puts its own folder, so that programs of two tests are not one.
    const env = { ...stringsOf(process.env), XDG_CONFIG_HOME: shellFolder(data) }
    const startAgain = async (...more: string[]) => {
      await once(spawn(binary, [...args, ...more], { cwd: root, env, stdio: 'ignore' }), 'exit')
    }
    const link = options.link === undefined ? [] : ['--', options.link]
    const app = await electron.launch({ executablePath: binary, args: [...args, ...link], cwd: root, env })
    const { stdout } = app.process()
    if (stdout === null) throw new Error('Its standard output is not piped here.')
    const lines = new ReadyLines(stdout)
    const ended = app.waitForEvent('close', { timeout: 0 }).then(() => {
      throw new Error('Electron ended before it was ready.')
    })
    const systemBrowser = new SystemBrowser((url) => void startAgain('--', url))
    const computer = await ElectronComputer.around(app, systemBrowser, startAgain)
    await Promise.race([lines.next(), ended])
    return new DesktopProgram(data, computer, {
      systemBrowser,
      lines,
      firstWindow: () => app.firstWindow(),
      // Playwright's type of it unwraps handles of objects over there, which nobody passes here.
      evaluate: (run, arg) => app.evaluate<never, typeof arg>(run as never, arg),
      enginePid: () => enginePid(app),
      close: () => app.close(),
    })
  },
}

function chromiumArguments(): string[] {
  return [
    // Chromium's own sandbox refuses to run as root, which is what containers are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(hasDisplay(process.platform, process.env) ? [] : ['--ozone-platform=headless']),
  ]
}

async function enginePid(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Neurocad engine')?.pid,
  )
  if (pid === undefined) throw new Error('There is no engine.')
  return pid
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
