import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type ReadyLine, readyLineFrom } from './ready-line'

/** Every ready line that a program prints: one, and on the desktop another with each engine that is started again. */
export class ReadyLines {
  private latest: ReadyLine | undefined
  private broken: unknown
  private waiting: (() => void)[] = []

  /** @param output read to the end, because a full pipe would stop the program */
  constructor(output: Readable) {
    createInterface(output).on('line', (line) => {
      if (!line.startsWith('{"event":"ready"')) return
      try {
        this.latest = readyLineFrom(line)
      } catch (error) {
        this.broken = error
      }
      for (const tell of this.waiting.splice(0)) tell()
    })
  }

  get current(): ReadyLine {
    if (this.broken !== undefined) throw this.broken
    if (this.latest === undefined) throw new Error('The program is not ready.')
    return this.latest
  }

  /** The next one that is printed. Ask before what makes the program print it. */
  async next(): Promise<ReadyLine> {
    await new Promise<void>((resolve) => this.waiting.push(resolve))
    return this.current
  }
}
