import { EventEmitter } from 'node:events'
import type { MessagePortMain, WebContents, WindowOpenHandlerResponse } from 'electron'
import { encode } from '../ports/codec'
import { preventable } from '../preventable'
import { standIn } from '../stand-in'
import { app } from './app'
import { Contents } from './contents'
import { session } from './session'
import { webFrame } from './web-frame'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

let made = 0

class WebContentsFace extends EventEmitter {
  readonly id = ++made
  readonly session = session.defaultSession
  private readonly contents: Contents

  constructor(preload: string | undefined) {
    super()
    this.contents = new Contents(this, preload)
  }

  get mainFrame() {
    return webFrame(this.contents.url, null)
  }
  send(channel: string, ...args: unknown[]): void {
    encode(args)
    this.contents.sendIpc(channel, args, [])
  }
  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    encode(message)
    this.contents.sendIpc(channel, [message], transfer)
  }
  getURL(): string {
    return this.contents.url
  }
  loadURL(url: string): Promise<void> {
    return this.contents.load(url)
  }
  reload(): void {
    this.contents.reload()
  }
  isLoading(): boolean {
    return this.contents.isLoading
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.contents.openHandler = handler satisfies (details: Electron.HandlerDetails) => WindowOpenHandlerResponse
  }
  forcefullyCrashRenderer(): void {
    this.contents.crash()
  }
  focus(): void {}

  /** What is behind the face. */
  static behind(face: WebContentsFace): Contents {
    return face.contents
  }
}

/** @param preload absolute path of the window's preload */
export function makeWebContents(preload: string | undefined): { face: WebContents; contents: Contents } {
  const own = new WebContentsFace(preload)
  const contents = WebContentsFace.behind(own)
  const face = standIn<WebContents>('webContents')(own)
  contents.sender = face
  app.emit('web-contents-created', preventable({}), face)
  return { face, contents }
}
