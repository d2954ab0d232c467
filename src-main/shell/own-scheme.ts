import { execFile } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { app } from 'electron'
import { ownAppImage } from './appimage-links'
import { Scheme } from './scheme'

const run = promisify(execFile)

/** Milliseconds; it asks other programs of the desktop. */
const patience = 5_000

/** The register of `neurocad://` links of this computer, as this program is in it. */
export function ownScheme(demo: boolean): Scheme {
  const { execPath, argv, env } = process
  const { isPackaged } = app
  const program = ownAppImage(env, execPath)
  const appImage = program
    ? { program, dataHome: env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), run: runOfTheSystem }
    : undefined
  return new Scheme(app, { execPath, argv, isPackaged, demo }, appImage)
}

/** The libraries inside an AppImage are not for programs outside it. */
async function runOfTheSystem(program: string, args: readonly string[]): Promise<string> {
  const { LD_LIBRARY_PATH: _libraries, LD_PRELOAD: _preload, ...env } = process.env
  return (await run(program, args, { env, timeout: patience })).stdout
}
