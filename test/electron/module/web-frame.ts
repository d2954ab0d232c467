import type { WebFrameMain } from 'electron'
import { standIn } from '../stand-in'

/**
 * A frame as the shell sees it.
 * @param url as the application has it
 * @param parent null for a window's main frame
 */
export function webFrame(url: string, parent: WebFrameMain | null): WebFrameMain {
  return standIn<WebFrameMain>('WebFrameMain')({ url, origin: originOf(url), parent })
}

/** Node gives schemes that it does not know no origin; Electron gives ours one. */
function originOf(url: string): string {
  const [origin = 'null'] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url) ?? []
  return origin
}
