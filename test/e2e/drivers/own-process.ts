import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { ReadyLines } from './ready-lines'

/** A process that a driver started, and ends. */
export class OwnProcess {
  readonly lines: ReadyLines
  private log = ''

  constructor(private readonly child: ChildProcessByStdio<null, Readable, Readable>) {
    this.lines = new ReadyLines(child.stdout)
    child.stderr.on('data', (chunk: Buffer) => {
      this.log += chunk.toString()
    })
  }

  /** Rejects with what it logged when it ends before it is ready. */
  async ready(): Promise<void> {
    const ended = once(this.child, 'exit').then(([code]) => {
      throw new Error(`The program ended with ${code} before it was ready:\n${this.log}`)
    })
    await Promise.race([this.lines.next(), ended])
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }
}
