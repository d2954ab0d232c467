import type { CDPSession } from 'playwright-core'
import type { FromPage, ToPage } from '../page/page-message'
import { decode, encode } from '../ports/codec'

/** The name that Electron's isolated world has, too. */
export const isolatedWorld = 'Electron Isolated Context'

/** One document's isolated world, while it lasts. Ends that it holds die with it. */
export interface Document {
  send(message: ToPage): void
}

export interface DocumentListener {
  received(document: Document, message: FromPage): void
  ended(document: Document): void
}

export interface PageLinkOptions {
  session: CDPSession
  /** Id of the page's main frame: others have no preload. */
  mainFrame: string
  binding: string
  receiver: string
  listener: DocumentListener
}

/** Carries messages between a page's isolated world and the shell's process. */
export class PageLink {
  private context: number | undefined
  private current: Document | undefined

  constructor(private readonly options: PageLinkOptions) {
    const { session, mainFrame, binding, listener } = options
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === isolatedWorld && context.auxData?.frameId === mainFrame) this.begin(context.id)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.end()
    })
    session.on('Runtime.executionContextsCleared', () => this.end())
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== binding || executionContextId !== this.context || !this.current) return
      // Written by `encode` in our own isolated world, which the page's code cannot reach.
      listener.received(this.current, decode(payload) as FromPage)
    })
  }

  get document(): Document | undefined {
    return this.current
  }

  end(): void {
    const ended = this.current
    this.context = undefined
    this.current = undefined
    if (ended) this.options.listener.ended(ended)
  }

  private begin(context: number): void {
    this.end()
    this.context = context
    this.current = {
      send: (message) => {
        if (this.context !== context) return
        const expression = `${this.options.receiver}(${JSON.stringify(encode(message))})`
        // A page that closes meanwhile takes its messages with it.
        this.options.session.send('Runtime.evaluate', { contextId: context, expression, silent: true }).catch(() => {})
      },
    }
  }
}
