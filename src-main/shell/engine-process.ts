import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { ToEngine } from '../../src-shared/bridge/engine-message'

export interface EngineProcessOptions {
  /** Absolute path of the built engine. */
  entry: string
  environment: Record<string, string>
  onExit(code: number): void
}

/** The engine's process: started when a port asks for it, and again after it ended. Only after Electron is ready. */
export class EngineProcess {
  private child: UtilityProcess | undefined

  constructor(private readonly options: EngineProcessOptions) {}

  /** Passes a port on without looking at what it carries. */
  connect(port: MessagePortMain): void {
    const message: ToEngine = { kind: 'connect' }
    this.start().postMessage(message, [port])
  }

  start(): UtilityProcess {
    this.child ??= this.fork()
    return this.child
  }

  stop(): void {
    this.child?.kill()
  }

  private fork(): UtilityProcess {
    const { entry, environment, onExit } = this.options
    const child = utilityProcess.fork(entry, [], { serviceName: 'Neurocad engine', stdio: 'pipe', env: environment })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    child.once('exit', (code) => {
      if (this.child === child) this.child = undefined
      onExit(code)
    })
    return child
  }
}
