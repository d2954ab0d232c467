import { once } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { type ShellOutput, type ShellRequestName, type ToEngine, ToShell } from '../../src-shared/bridge/engine-message'
import type { DesktopClient } from '../../src-shared/contract'

const entry = new URL('../../out/main/engine.js', import.meta.url)

/** The built engine as the shell starts it, with its environment and nothing else. */
export class UtilityProcess {
  /** What it wrote to its standard error, and to its standard output. */
  said = ''
  printed = ''
  /** What it told and asked the shell. */
  readonly toldShell: ToShell[] = []
  /** What the shell answers, by what it is asked; everything else it refuses. */
  readonly answers: { [Name in ShellRequestName]?: ShellOutput<Name> } = {}
  readonly exit: Promise<number>
  private readonly worker: Worker
  private readonly ports: MessagePort[] = []

  constructor(env: Record<string, string>) {
    this.worker = new Worker(new URL('./utility-worker.mjs', import.meta.url), {
      workerData: { entry: entry.href },
      env,
      stdout: true,
      stderr: true,
    })
    this.worker.stderr.setEncoding('utf8').on('data', (text) => {
      this.said += text
    })
    this.worker.stdout.setEncoding('utf8').on('data', (text) => {
      this.printed += text
    })
    this.worker.on('message', (message) => this.#hear(ToShell.parse(message)))
    this.exit = once(this.worker, 'exit').then(([code]) => Number(code))
  }

  /** A client of its own port, as each document of the page has one. */
  connect(): DesktopClient {
    const { port1, port2 } = new MessageChannel()
    this.ports.push(port1)
    const client: DesktopClient = createORPCClient(new RPCLink({ port: port1 }))
    port1.start()
    this.worker.postMessage({ data: { kind: 'connect' }, ports: [port2] }, [port2])
    return client
  }

  #hear(message: ToShell): void {
    this.toldShell.push(message)
    if (message.kind !== 'ask') return
    const { id, name } = message
    const output = this.answers[name]
    this.say(output === undefined ? { kind: 'refusal', id, message: 'Not in this test.' } : { kind: 'answer', id, output })
  }

  /** What the shell says. */
  say(message: ToEngine): void {
    this.worker.postMessage({ data: message, ports: [] })
  }

  async stop(): Promise<void> {
    for (const port of this.ports) port.close()
    await this.worker.terminate()
  }
}
