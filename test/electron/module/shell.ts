import type { Shell, WebContents } from 'electron'
import { tellHarness } from '../control/harness-channel'
import { standIn } from '../stand-in'
import { type Navigation, refuses } from './navigation'
import { permitsRequest } from './permissions'

/** What was opened outside, in order: addresses, and paths of files and folders. */
export const openedOutside: { how: 'address' | 'path' | 'in_folder'; what: string }[] = []

export const shell = standIn<Shell>('shell')({
  async openExternal(url: string): Promise<void> {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    openedOutside.push({ how: 'address', what: url })
    tellHarness({ kind: 'external', url })
  },
  async openPath(path: string): Promise<string> {
    openedOutside.push({ how: 'path', what: path })
    return ''
  },
  showItemInFolder(path: string): void {
    openedOutside.push({ how: 'in_folder', what: path })
  },
})

/** A page navigates to an address of another program: the shell is asked as for any other, then whether to open it. */
export function openFromPage(contents: Navigation['contents'], sender: WebContents, url: string): void {
  if (refuses({ contents, isMainFrame: true, from: contents.url }, url)) return
  if (permitsRequest('openExternal', sender, contents.url)) void shell.openExternal(url)
}
