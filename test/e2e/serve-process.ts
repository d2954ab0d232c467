import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const root = resolve(import.meta.dirname, '../..')

/** The line that `serve --json` prints when it is ready. */
export interface ReadyLine {
  url: string
  openUrl: string
  api: string
  tokenFile: string
  demo?: { vaultPassword: string; slackSigningSecret: string }
}

/** One running `serve`, as a person would have started it. */
export class ServeProcess {
  private constructor(
    private readonly child: ChildProcessByStdio<null, Readable, Readable>,
    readonly ready: ReadyLine,
  ) {}

  static async start(data: string, ...more: string[]): Promise<ServeProcess> {
    const args = ['scripts/run.mjs', 'serve', '--json', '--no-open', '--data', data, ...more]
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    child.stderr.on('data', (chunk) => {
      log += chunk
    })
    const line = await Promise.race([
      once(createInterface(child.stdout), 'line').then(([first]) => first as string),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`serve ended with ${code} before it was ready:\n${log}`))),
    ])
    return new ServeProcess(child, JSON.parse(line))
  }

  ownerToken = async (): Promise<string> => (await readFile(this.ready.tokenFile, 'utf8')).trim()

  /** As a crash would end it: at once, with no chance to put anything in order. */
  crash = (): Promise<void> => this.end('SIGKILL')

  stop = (): Promise<void> => this.end('SIGTERM')

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }
}
