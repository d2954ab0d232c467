/** The name under which the preload puts the bridge on the page's `window`. */
export const pageBridgeName = 'connectBridge'

/** What the page may know of the shell: enough to prove that a message is from this page, and no method per call. */
export interface PageBridge {
  /** Drawn anew for each document. */
  nonce: string
  /**
   * Called when the engine process has ended, and its port with it. Asking for a port again starts another engine. `heard`: how many
   * port requests of this document had been heard by then. One that was still on its way goes to the next engine. Undefined: all of them.
   */
  onEngineExit(listener: (heard?: number) => void): void
  /**
   * Called when the shell wants a page shown: a deep link, a notification, a menu, a file. `path` is one of the application's own;
   * `document` is the text of the file that was opened, which came from anybody.
   */
  onOpen(listener: (path: string, document?: string) => void): void
}

/**
 * The page asks for its port to the engine by `window.postMessage` of this, with one end of its own channel.
 * MessagePorts do not cross contextBridge, so a window message is the way.
 */
export interface PortRequest {
  kind: 'connect'
  nonce: string
}

/** Whether a message is a port request with this very nonce. Anything in the page can post a message, so nothing is trusted. */
export function isPortRequest(data: unknown, nonce: string): data is PortRequest {
  if (typeof data !== 'object' || data === null) return false
  const { kind, nonce: given } = data as Partial<Record<string, unknown>>
  return kind === 'connect' && given === nonce
}
