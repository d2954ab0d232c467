import { realpath, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { type ShellHandlers, ShellRefusal } from './shell-handlers'

export interface FolderPorts {
  /** Opens a folder in the file manager; answers the system's complaint, or nothing. */
  openPath(path: string): Promise<string>
  chooseFolder(startIn: string): Promise<string | null>
}

/** Shows folders and asks for one. A file is never opened: it might be a program. */
export function folders(ports: FolderPorts): Pick<ShellHandlers, 'folder.open' | 'folder.choose'> {
  return {
    'folder.open': async ({ path }) => {
      if (!(await isFolder(path))) throw new ShellRefusal(desktopWords.folderAbsent)
      if (isBundle(await realpath(path))) throw new ShellRefusal(desktopWords.folderNotShown)
      // Between the look and the opening somebody could put a file there; whoever can, can start programs without us.
      if ((await ports.openPath(path)) !== '') throw new ShellRefusal(desktopWords.folderNotShown)
      return null
    },
    'folder.choose': async ({ startIn }) => ({ path: await ports.chooseFolder(startIn) }),
  }
}

/** On macOS a program is a folder too, as are other things that are opened and not shown. */
const isBundle = (path: string) => /\.(app|action|bundle|kext|pkg|mpkg|plugin|prefpane|saver|service|workflow)$/i.test(path)

async function isFolder(path: string): Promise<boolean> {
  if (!isAbsolute(path) || path.includes('\0')) return false
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // Missing, or not ours to look at.
    return false
  }
}
