import { type BrowserContext, test as base, type ConsoleMessage, expect, type WebError } from '@playwright/test'

/** Listens to what pages say that they should not: errors, and refusals of the content security policy. */
export class Complaints {
  private readonly heard: string[] = []
  private readonly contexts = new Set<BrowserContext>()

  listenTo(context: BrowserContext): void {
    if (this.contexts.has(context)) return
    this.contexts.add(context)
    context.on('weberror', this.error).on('console', this.message)
  }

  /** Fails where anything was heard. */
  end(): void {
    for (const context of this.contexts) context.off('weberror', this.error).off('console', this.message)
    expect(this.heard, 'the console stays silent').toEqual([])
  }

  private readonly error = (error: WebError) => this.heard.push(String(error.error()))
  private readonly message = (message: ConsoleMessage) => {
    if (isComplaint(message)) this.heard.push(`${message.type()}: ${message.text()}`)
  }
}

/** Chromium itself logs every 4xx and every lost connection; the pages answer for those where the tests look. */
function isComplaint(message: ConsoleMessage): boolean {
  return (message.type() === 'error' || message.type() === 'warning') && !message.text().startsWith('Failed to load resource')
}

/** Tests whose pages complain about nothing. */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints()
      complaints.listenTo(context)
      await use(complaints)
      complaints.end()
    },
    { auto: true },
  ],
})

export { expect }
