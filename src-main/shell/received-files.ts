import { lstat, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { mayBeProgram } from '../../src-shared/domain/may-be-program'
import { deliveryWords } from '../../src-shared/words/en/delivery'
import { type ShellHandlers, ShellRefusal } from './shell-handlers'

export interface FilePorts {
  /** Opens a file with the system's program for it; answers the system's complaint, or nothing. */
  openPath(path: string): Promise<string>
  showInFolder(path: string): void
}

/**
 * Shows and opens files that were received: a plain file in the folder that the engine names, by whatever path that is reached. It came
 * from elsewhere, so one that could be a program is never opened, although the person was asked.
 */
export function receivedFiles(ports: FilePorts): Pick<ShellHandlers, 'file.show' | 'file.open'> {
  return {
    'file.show': async (file) => {
      ports.showInFolder((await plainFile(file)).path)
      return null
    },
    'file.open': async (file) => {
      const { path, isExecutable } = await plainFile(file)
      if (isExecutable || mayBeProgram(basename(path))) throw new ShellRefusal(deliveryWords.fileNotOpened)
      if ((await ports.openPath(path)) !== '') throw new ShellRefusal(deliveryWords.fileNotShown)
      return null
    },
  }
}

/** No link, no folder, nothing of another folder. On Windows every file counts as executable, so there its ending decides alone. */
async function plainFile({ path, folder }: { path: string; folder: string }): Promise<{ path: string; isExecutable: boolean }> {
  if (!isAbsolute(path) || !isAbsolute(folder) || path.includes('\0')) throw new ShellRefusal(deliveryWords.fileNotThere)
  try {
    const inFolder = join(await realpath(folder), basename(path))
    const stat = await lstat(inFolder)
    if (stat.isFile() && (await realpath(path)) === inFolder)
      return { path: inFolder, isExecutable: process.platform !== 'win32' && (stat.mode & 0o111) !== 0 }
  } catch {
    // Missing, or not ours to look at.
  }
  throw new ShellRefusal(deliveryWords.fileNotThere)
}
