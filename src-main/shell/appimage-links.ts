import { realpathSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { appImageEntry, appImageEntryName, openedTypes, schemeHandlerType } from './desktop-entry'
import { recipeTypeFile, recipeTypeXml } from './recipe-type'

export interface AppImage {
  /** Absolute path of the AppImage itself, which its runtime says in `APPIMAGE`. */
  program: string
  options: readonly string[]
  /** The person's `XDG_DATA_HOME`. */
  dataHome: string
  /** Runs a program of the system and answers what it printed. Rejects when it is absent or fails. */
  run(program: string, args: readonly string[]): Promise<string>
}

/**
 * The AppImage that this program is, by what the AppImage's runtime says. Whoever was started by another AppImage, such as a terminal,
 * inherits what was said of that one, and does not run from where it is mounted.
 */
export function ownAppImage({ APPIMAGE, APPDIR }: NodeJS.ProcessEnv, execPath: string): string | undefined {
  if (!APPIMAGE) return undefined
  return APPDIR && !execPath.startsWith(real(APPDIR) + sep) ? undefined : APPIMAGE
}

/** The system says where a program really is, and a runtime where it was told to mount: the temporary folder may be a link. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Has the system open our links and recipes with an AppImage. Rejects where the system has no such register, or refuses. */
export async function registerAppImage({ program, options, dataHome, run }: AppImage): Promise<void> {
  const entry = appImageEntry(program, options)
  if (entry === undefined) throw new Error('the path of the program cannot be registered')
  const folder = join(dataHome, 'applications')
  await mkdir(folder, { recursive: true })
  await refresh(join(folder, appImageEntryName), entry)
  await run('xdg-mime', ['default', appImageEntryName, ...openedTypes])
  // The package of an installed program brings this along.
  const types = join(dataHome, 'mime')
  await mkdir(join(types, 'packages'), { recursive: true })
  if (await refresh(join(types, 'packages', recipeTypeFile), recipeTypeXml)) await run('update-mime-database', [types])
}

/** The desktop entry that opens our links now; empty where none does. */
export async function registeredEntry(run: AppImage['run']): Promise<string> {
  return (await run('xdg-mime', ['query', 'default', schemeHandlerType])).trim()
}

/**
 * Written whole beside the old one, and only when it differs: desktops read it at any time, and watch for its changes.
 * Answers whether it did.
 */
async function refresh(file: string, text: string): Promise<boolean> {
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return false
  await writeFile(`${file}.new`, text, { mode: 0o644 })
  await rename(`${file}.new`, file)
  return true
}
