import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type ReadyLine, readyLineFrom } from './ready-line'

/** A process that a driver started, and ends. */
export class OwnProcess {
  private log = ''

  /** @param child with its standard output and error piped here */
  constructor(private readonly child: ChildProcess) {
    child.stderr?.on('data', (chunk: Buffer) => {
      this.log += chunk.toString()
    })
  }

  /** What it prints when it is ready. Rejects with what it logged when it ends before. */
  async readyLine(): Promise<ReadyLine> {
    const ended = once(this.child, 'exit').then(([code]) => {
      throw new Error(`The program ended with ${code} before it was ready:\n${this.log}`)
    })
    return Promise.race([firstReadyLine(this.child.stdout), ended])
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }
}

function firstReadyLine(output: Readable | null): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    if (output === null) return reject(new Error('Its standard output is not piped here.'))
    // Read to the end, because a full pipe would stop the program.
    createInterface(output).on('line', (line) => {
      if (!line.startsWith('{"event":"ready"')) return
      try {
        resolve(readyLineFrom(line))
      } catch (error) {
        reject(error)
      }
    })
  })
}
