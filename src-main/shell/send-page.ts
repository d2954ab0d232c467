import type { WebContents } from 'electron'
import { shellChannel } from '../../src-shared/bridge/shell-channel'

/** One of the application's own pages, as a window is to show it. */
export interface OwnPage {
  /** Such as `/attention`. */
  path: string
  /** The text of a file that was opened, for the page to show. */
  document?: string | undefined
}

/** Has the page in a window show another one of the application's. A message to a document that has only begun reaches nobody. */
export function sendPage(contents: Pick<WebContents, 'send' | 'isLoading' | 'once'>, page: OwnPage): void {
  if (contents.isLoading()) sendPageOnceLoaded(contents, page)
  else contents.send(shellChannel.open, page.path, page.document)
}

/** To a document whose loading has just been asked for. */
export function sendPageOnceLoaded(contents: Pick<WebContents, 'send' | 'once'>, { path, document }: OwnPage): void {
  contents.once('did-finish-load', () => contents.send(shellChannel.open, path, document))
}
