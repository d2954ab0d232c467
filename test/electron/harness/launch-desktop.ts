/**
 * The desktop application on the stand-in, for end-to-end tests. Shaped like Playwright's `_electron`, so that the same specs can run on both:
 *
 *   const desktop = await launchDesktop({ args: ['--demo'] })   // builds the stand-in when its sources changed; `out/` must be built
 *   const page = await desktop.firstWindow()                    // an ordinary Playwright Page, at https://neurocad.app.invalid/…
 *   await desktop.evaluate(({ app }) => app.getVersion())       // runs in the shell's process, with the electron module
 *   await desktop.control('setIdle', 301)                       // the computer around it: `control/controls.ts` says what there is
 *   const consent = await desktop.systemBrowser.nextPage(() => page.getByRole('button', { name: 'Connect' }).click())
 *   await desktop.openLink('neurocad://connect/slackApi')       // as the system delivers it: a second start, by default
 *   await desktop.close()                                       // in a finally, or afterEach
 *
 * A page of the system's browser that is sent on to `neurocad://…` has that link delivered in the same way. Two starts with the same
 * `userData` are the same application. The window's own address starts with `https://neurocad.app.invalid`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../../scripts/chromium.mjs'
import { root as repository } from '../../../scripts/root.mjs'
import { buildStandIn } from '../../../scripts/standin.mjs'
import { variable } from '../module/variable'
import { Desktop } from './desktop'

export interface DesktopOptions {
  /** The folder with the application's package.json and its `out/`. */
  root?: string
  /** What is typed after the program's name. */
  args?: string[]
  /** Beside what this process has. */
  env?: Record<string, string>
  /** Electron's folder. A new one under the system's temporary folder by default, removed on close. */
  userData?: string
  /** As installed, not as started by a developer: `app.isPackaged`, and no script in `process.argv`. */
  packaged?: boolean
  /** What keeps secrets on this computer; `basic_text` is no keyring. */
  keyring?: 'gnome_libsecret' | 'kwallet6' | 'basic_text'
}

/** Resolves as soon as the process runs: a start that is refused, such as a second one, has no window and ends by itself. */
export async function launchDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'neurocad-desktop-')))
  const start = await starter(options, userData)
  return new Desktop({ start, userData, keepUserData: options.userData !== undefined, firstArgs: options.args ?? [] })
}

/** Starts the application with what is typed. */
async function starter(options: DesktopOptions, userData: string): Promise<(args: string[]) => ChildProcess> {
  const { root = repository, env = {}, packaged = false, keyring = 'gnome_libsecret' } = options
  const launch = await buildStandIn()
  const environment = {
    ...process.env,
    ...env,
    [variable.userData]: userData,
    [variable.chromium]: await findChromium(),
    [variable.packaged]: packaged ? '1' : '0',
    [variable.keyring]: keyring,
  }
  return (args) =>
    spawn(process.execPath, [launch, root, ...args], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
}
