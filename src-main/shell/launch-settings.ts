import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { terminalWords } from '../../src-shared/words/en/terminal'

export interface LaunchSettings {
  demo: boolean
  /** Electron's folder for what the application keeps, and what makes it a single instance. */
  userData: string
  /** Absolute path of another data folder than the usual one. */
  data: string | undefined
  /** One line of JSON on standard output when ready. */
  json: boolean
  /** Start in the tray, without a window. */
  hidden: boolean
}

/** The command line names something that cannot be done. `message` is a sentence for whoever typed it. */
export class LaunchError extends Error {}

/**
 * What the command line says: `--demo`, `--data DIR` for another vault, `--json`, `--hidden`. Other options are Electron's or
 * Chromium's, and what follows `--` is a link, never an option. The demo is an application of its own, with its own folders: a vault
 * is a demo's or a real one for good. Throws `LaunchError` for `--data` without a folder, because the usual vault was not meant then.
 * @param userData the folder that Electron would take
 */
export function launchSettings(argv: readonly string[], workingDirectory: string, userData: string): LaunchSettings {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: {
      demo: { type: 'boolean' },
      data: { type: 'string' },
      json: { type: 'boolean' },
      hidden: { type: 'boolean' },
    },
    strict: false,
  })
  const { data } = values
  if (data !== undefined && (typeof data !== 'string' || data === '' || data.startsWith('--')))
    throw new LaunchError(terminalWords.dataNeedsFolder)
  return {
    demo: values.demo !== undefined,
    userData: values.demo !== undefined ? `${userData}-demo` : userData,
    data: data === undefined ? undefined : resolve(workingDirectory, data),
    json: values.json !== undefined,
    hidden: values.hidden !== undefined,
  }
}
