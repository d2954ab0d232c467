import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { JsonClient } from './json-client'

/** `bare-server.ts`, running. */
export class Bare {
  private constructor(
    private readonly child: ChildProcess,
    readonly client: JsonClient,
  ) {}

  /** @param file what it writes to */
  static async start(file: string): Promise<Bare> {
    const script = fileURLToPath(new URL('./bare-server.js', import.meta.url))
    const child = spawn(process.execPath, [script, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    return new Bare(child, new JsonClient(`http://127.0.0.1:${port}`, 'nobody asks'))
  }

  /** From now on a path is answered with this JSON. */
  async learn(path: string, answer: string): Promise<void> {
    await this.client.text('PUT', path, JSON.parse(answer))
  }

  async stop(): Promise<void> {
    this.client.close()
    const exited = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await exited
  }
}
