import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { guardContents, guardSession } from '../../../src-main/shell/window-guard'

type Handler = (...args: never[]) => unknown

/** Records what is set on an object of Electron, and emits its events. Only what the guards use is there. */
class Recorded extends EventEmitter {
  readonly handlers = new Map<string, Handler>()

  constructor(names: string[]) {
    super()
    for (const name of names) Object.assign(this, { [name]: (handler: Handler) => this.handlers.set(name, handler) })
  }

  /** Whether an event of that name, with these facts, is stopped. */
  stops(name: string, facts: object = {}): boolean {
    let stopped = false
    this.emit(name, { ...facts, preventDefault: () => (stopped = true) })
    return stopped
  }

  ask(name: string, ...args: unknown[]): unknown {
    const handler = this.handlers.get(name)
    if (!handler) throw new Error(`nothing was set by ${name}`)
    return Reflect.apply(handler, undefined, args)
  }
}

/** Contents, as Electron makes them for a window, a frame or whatever a page brings about. */
export function guardedContents(): Recorded {
  const contents = new Recorded(['setWindowOpenHandler'])
  guardContents(contents as unknown as WebContents)
  return contents
}

export function guardedSession(): Recorded {
  const session = new Recorded([
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
  ])
  guardSession(session as unknown as Session)
  return session
}
