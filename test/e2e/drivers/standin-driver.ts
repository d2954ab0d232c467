import { mkdir } from 'node:fs/promises'
import { root } from '../../../scripts/root.mjs'
import { launchDesktop } from '../../electron/harness/launch-desktop'
import { DesktopProgram, shellFolder } from './desktop-program'
import type { Driver } from './driver'
import { ReadyLines } from './ready-lines'
import { standInComputer } from './standin-computer'

/** Another folder with the program's package.json and `out/`: a mistake that was made there on purpose must turn the specs red. */
const appRoot = process.env.NEUROCAD_E2E_APP_ROOT ?? root

/** The built bundles of the desktop, on the stand-in for Electron. */
export const standInDriver: Driver = {
  name: 'desktop',
  async start(data, options = {}) {
    await mkdir(shellFolder(data), { recursive: true })
    const args = ['--json', '--data', data]
    if (options.demo !== false) args.push('--demo')
    const link = options.link === undefined ? [] : ['--', options.link]
    const desktop = await launchDesktop({ root: appRoot, args: [...args, ...link], userData: shellFolder(data) })
    if (desktop.process.stdout === null) throw new Error('Its standard output is not piped here.')
    const lines = new ReadyLines(desktop.process.stdout)
    const ended = desktop.exited.then((code) => {
      throw new Error(`The program ended with ${code} before it was ready:\n${desktop.output}`)
    })
    await Promise.race([lines.next(), ended])
    const startAgain = async (...more: string[]) => {
      const second = await launchDesktop({ root: appRoot, args: [...args, ...more], userData: shellFolder(data) })
      await second.exited
    }
    return new DesktopProgram(data, standInComputer(desktop, startAgain), {
      systemBrowser: desktop.systemBrowser,
      lines,
      firstWindow: () => desktop.firstWindow(),
      evaluate: (run, arg) => desktop.evaluate(run, arg),
      enginePid: () => desktop.enginePid(),
      close: () => desktop.close(),
    })
  },
}
