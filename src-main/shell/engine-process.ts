import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { ToEngine } from '../../src-shared/bridge/engine-message'
import { answerRequest } from './answer-request'
import { CrashLoop } from './crash-loop'
import { EngineNews } from './engine-news'
import { endWithin } from './graceful-end'
import { log } from './log'
import type { ShellHandlers } from './shell-handlers'

export interface EngineProcessOptions {
  /** Absolute path of the built engine. */
  entry: string
  environment: Record<string, string>
  /** Where its standard output goes; its standard error is always the shell's own. */
  output: NodeJS.WritableStream
  handlers: ShellHandlers
  /** It ended by itself, and is started again when a port asks for it. */
  onExit(code: number): void
  /** It ended too often, too soon, and is not started until `resume`. Said again whenever a port asks for it meanwhile. */
  onHalt(): void
}

/** Milliseconds that the engine has to finish the commands in hand and lock the vault. */
const patience = 5_000

/** The engine's process: started when a port asks for it, and again after it ended. Only after Electron is ready. */
export class EngineProcess {
  /** What it says: how the vault stands, what it must know of the settings, what broke. */
  readonly news = new EngineNews()
  private child: UtilityProcess | undefined
  private readonly crashes = new CrashLoop()
  private state: 'wanted' | 'halted' | 'stopping' = 'wanted'

  constructor(private readonly options: EngineProcessOptions) {}

  /** Passes a port on without looking at what it carries. */
  connect(port: MessagePortMain): void {
    if (this.state === 'wanted') {
      this.start().postMessage({ kind: 'connect' } satisfies ToEngine, [port])
      return
    }
    // Nobody would answer at the other end, and a closed port says so.
    port.close()
    if (this.state === 'halted') this.options.onHalt()
  }

  /** Tells a running engine something. One that ended has nothing to be told. */
  tell(message: Exclude<ToEngine, { kind: 'connect' }>): void {
    this.child?.postMessage(message)
  }

  start(): UtilityProcess {
    this.child ??= this.fork()
    return this.child
  }

  /** A person asks for another try after a crash loop. */
  resume(): void {
    if (this.state !== 'halted') return
    this.state = 'wanted'
    this.crashes.reset()
    this.start()
  }

  /** Resolves when the process has ended: by itself, or killed after a few seconds. */
  async stop(): Promise<void> {
    const { child } = this
    this.state = 'stopping'
    if (child) await endWithin(patience, child)
  }

  private fork(): UtilityProcess {
    const { entry, environment, output } = this.options
    const child = utilityProcess.fork(entry, [], { serviceName: 'Neurocad engine', stdio: 'pipe', env: environment })
    const startedAt = performance.now()
    child.stdout?.on('data', (chunk: Buffer) => output.write(chunk))
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    child.on('message', (data: unknown) => this.hear(child, data))
    child.once('exit', (code) => this.ended(child, code, startedAt))
    return child
  }

  private hear(child: UtilityProcess, data: unknown): void {
    const ask = this.news.hear(data, log)
    if (!ask) return
    void answerRequest(this.options.handlers, ask, log).then((answer) => {
      // An answer is for the engine that asked, and ids start anew in the next one.
      if (this.child === child) child.postMessage(answer)
    })
  }

  private ended(child: UtilityProcess, code: number, startedAt: number): void {
    if (this.child === child) this.child = undefined
    this.news.ended()
    if (this.state === 'stopping') return
    if (this.crashes.ended(startedAt, performance.now())) {
      this.state = 'halted'
      this.options.onHalt()
    } else this.options.onExit(code)
  }
}
