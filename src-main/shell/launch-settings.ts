import { resolve } from 'node:path'

export interface LaunchSettings {
  demo: boolean
  /** Electron's folder for what the application keeps, and what makes it a single instance. */
  userData: string
  /** Absolute path of another data folder than the usual one. */
  data: string | undefined
}

/**
 * What the command line says: `--demo`, and `--data DIR` for another vault. Whatever else is there is Electron's.
 * The demo is an application of its own, with its own folders: a vault is a demo's or a real one for good.
 * @param userData the folder that Electron would take
 */
export function launchSettings(argv: readonly string[], workingDirectory: string, userData: string): LaunchSettings {
  const demo = argv.includes('--demo')
  const at = argv.indexOf('--data')
  const given = at === -1 ? undefined : argv[at + 1]
  return {
    demo,
    userData: demo ? `${userData}-demo` : userData,
    data: given === undefined ? undefined : resolve(workingDirectory, given),
  }
}
