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
  demo?: DemoFacts
}

/** What the ready line says of the demo: origins of its providers, and what stands in for their people and secrets. */
interface DemoFacts {
  github: string
  passport: string
  vaultPassword: string
  slackSigningSecret: string
  actors: Record<DemoPerson, { tokenFile: string }>
}

export type DemoPerson = 'owner' | 'teammate'

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

  /** Throws where it was not started as a demo. */
  get demo(): DemoFacts {
    if (this.ready.demo === undefined) throw new Error('This is no demo.')
    return this.ready.demo
  }

  tokenOf = async (person: DemoPerson): Promise<string> => (await readFile(this.demo.actors[person].tokenFile, 'utf8')).trim()

  /** Calls the HTTP API as a person, and answers what it says. Throws on a refusal. */
  async call<Answer>(path: string, method: 'GET' | 'POST' = 'GET', person: DemoPerson = 'owner'): Promise<Answer> {
    const headers = { authorization: `Bearer ${await this.tokenOf(person)}`, 'content-type': 'application/json' }
    const answer = await fetch(`${this.ready.api}${path}`, { method, headers, ...(method === 'POST' && { body: '{}' }) })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`)
    return (await answer.json()) as Answer
  }

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
