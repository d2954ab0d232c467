import type { ChildProcess } from 'node:child_process'
import type { FromHarness, ToHarness } from '../control/harness-channel'

type Question = { kind: 'evaluate'; source: string; arg: unknown } | { kind: 'control'; name: string; args: unknown[] }

/** The test's end of the channel to the shell's process. */
export class ControlClient {
  /** Where the browser can be joined; rejects when the process ends before it has one. */
  readonly endpoint: Promise<string>
  private asked = 0
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()

  /** @param onExternal told of every address that the system's browser shall open */
  constructor(
    private readonly child: ChildProcess,
    onExternal: (url: string) => void,
  ) {
    this.endpoint = new Promise((resolve, reject) => {
      child.on('message', (message: ToHarness) => {
        if (message.kind === 'browser') resolve(message.endpoint)
        else if (message.kind === 'external') onExternal(message.url)
        else this.settle(message)
      })
      child.once('exit', (code) => {
        const ended = new Error(`the application has ended (exit ${code})`)
        reject(ended)
        for (const { reject: refuse } of this.waiting.values()) refuse(ended)
        this.waiting.clear()
      })
    })
    // Asked for by whoever needs a window; a start that ends by itself is no fault.
    this.endpoint.catch(() => {})
  }

  ask(question: Question): Promise<unknown> {
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      if (!this.child.connected) return reject(new Error('the application has ended'))
      this.waiting.set(id, { resolve, reject })
      const message: FromHarness = { ...question, id }
      // It may end at this very moment.
      this.child.send(message, (error) => {
        if (error) reject(error)
      })
    })
  }

  private settle(message: Extract<ToHarness, { kind: 'answer' | 'failure' }>): void {
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.message))
  }
}
