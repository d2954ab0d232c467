import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { benchPassword } from './filled-vault'
import { JsonClient } from './json-client'

interface Ready {
  api: string
  tokenFile: string
}

/** `serve` as people start it, on a folder of its own. */
export class Served {
  private constructor(
    private readonly child: ChildProcess,
    readonly client: JsonClient,
  ) {}

  static async start(data: string): Promise<Served> {
    const args = [join('out', 'serve', 'serve.js'), '--json', '--no-open', '--data', data]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    const { api, tokenFile } = JSON.parse(line) as Ready
    return new Served(child, new JsonClient(api, (await readFile(tokenFile, 'utf8')).trim()))
  }

  /** Makes a vault where there is none, and leaves it open. */
  async create(): Promise<void> {
    await this.client.text('POST', '/vault', { password: benchPassword })
  }

  async unlock(): Promise<void> {
    await this.client.text('POST', '/vault/unlock', { password: benchPassword })
  }

  async lock(): Promise<void> {
    await this.client.text('POST', '/vault/lock', {})
  }

  /** MiB: `VmRSS`, what is resident now, and `VmHWM`, the most that ever was. Linux only, as is the table in the README. */
  async memory(): Promise<{ now: number; peak: number }> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8')
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
    return { now: of('VmRSS'), peak: of('VmHWM') }
  }

  async stop(): Promise<void> {
    this.client.close()
    const exited = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await exited
  }
}
