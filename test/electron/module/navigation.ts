import { preventable } from '../preventable'
import { webFrame } from './web-frame'

/** A navigation that a page's code started. `from` is the address of the frame that shall go elsewhere. */
export interface Navigation {
  contents: { readonly url: string; emit(name: string, ...args: unknown[]): void }
  isMainFrame: boolean
  from: string
}

/** Asks the shell about a navigation that a page began, as Electron does; true when a listener prevented it. */
export function refuses(navigation: Navigation, url: string): boolean {
  return refusesOne(navigation, url, navigation.isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'])
}

/** The same for an answer that leads on to another address. */
export function refusesRedirect(navigation: Navigation, url: string): boolean {
  return refusesOne(navigation, url, ['will-redirect'])
}

function refusesOne({ contents, isMainFrame, from }: Navigation, url: string, names: readonly string[]): boolean {
  const parent = isMainFrame ? null : webFrame(contents.url, null)
  const frame = webFrame(from, parent)
  return names.some((name) => {
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame, initiator: frame })
    contents.emit(name, event, url)
    return event.defaultPrevented
  })
}
