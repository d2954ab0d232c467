import { preventable } from '../preventable'
import { webFrame } from './web-frame'

/** A navigation that a page's code started. `from` is the address of the frame that shall go elsewhere. */
export interface Navigation {
  contents: { readonly url: string; emit(name: string, ...args: unknown[]): void }
  isMainFrame: boolean
  from: string
}

/** Asks the shell as Electron does; true when a listener prevented it. */
export function refuses({ contents, isMainFrame, from }: Navigation, url: string): boolean {
  const parent = isMainFrame ? null : webFrame(contents.url, null)
  const frame = webFrame(from, parent)
  const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']
  return names.some((name) => {
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame, initiator: frame })
    contents.emit(name, event, url)
    return event.defaultPrevented
  })
}
