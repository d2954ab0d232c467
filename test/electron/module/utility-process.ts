import { type ChildProcess, fork, type IOType } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { ForkOptions, MessagePortMain, UtilityProcess } from 'electron'
import { disentangle } from '../ports/message-port-main'
import type { PortOwner } from '../ports/port-hub'
import { preventable } from '../preventable'
import type { FromChild, ToChild } from '../register/child-message'
import { standIn } from '../stand-in'
import { app, lifecycle } from './app'
import { hub, recorder } from './world'

/** Loaded before the child's own script: `process.parentPort`, and no trace of Node's own channel. */
const preload = fileURLToPath(new URL('./child.mjs', import.meta.url))
const running = new Set<UtilityProcess>()

class UtilityProcessFace extends EventEmitter {
  pid: number | undefined = undefined
  stdout: ChildProcess['stdout'] = null
  stderr: ChildProcess['stderr'] = null
  private child: ChildProcess | undefined
  private killed = false
  private readonly owner: PortOwner

  constructor(
    script: string,
    args: string[],
    private readonly options: ForkOptions,
  ) {
    super()
    const { env, execArgv = [], cwd, stdio = 'inherit' } = options
    const [input, ...outputs] = (typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio).map(ioType)
    if (input !== 'ignore') throw new Error('stdin value other than ignore is not supported.')
    const child = fork(script, args, {
      cwd,
      // An empty one inherits, as in Electron.
      env: env && Object.keys(env).length > 0 ? Object.fromEntries(Object.entries(env)) : process.env,
      serialization: 'advanced',
      stdio: ['ignore', ...outputs, 'ipc'],
      execArgv: [...execArgv, '--import', preload],
    })
    this.child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    this.owner = { send: (message) => this.tell(message) }
    child.once('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (message: FromChild) => this.hear(message))
    // What was said before the end arrives before the end is told.
    const gone = Promise.all([
      new Promise<number>((resolve) => child.once('exit', (code, signal) => resolve(exitNumber(code, signal)))),
      new Promise<void>((resolve) => child.once('disconnect', resolve)),
    ])
    void gone.then(([code]) => this.end(code))
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    if (!this.child) return
    const data = structuredClone(message)
    const { ids, flush } = hub.give(disentangle(transfer), this.owner)
    recorder.note('shell-to-engine', '', data, ids.length)
    this.tell({ kind: 'from-parent', data, ports: ids })
    flush()
  }

  kill(): boolean {
    if (!this.child) return false
    this.killed = true
    return this.child.kill('SIGTERM')
  }

  private tell(message: ToChild): void {
    // One that was killed this very moment hears nothing, and nobody is told: without a listener here Node would throw.
    if (this.child?.connected) this.child.send(message, () => {})
  }

  private hear(message: FromChild): void {
    if (message.kind === 'port-message') hub.post(message.from, message.data, message.moved)
    else if (message.kind === 'port-closed') hub.close(message.id)
    else {
      recorder.note('engine-to-shell', '', message.data, 0)
      this.emit('message', message.data)
    }
  }

  private end(code: number): void {
    const { serviceName = 'Node Utility Process' } = this.options
    hub.dropOwner(this.owner)
    this.child = undefined
    // Electron's types say a number; its documentation says undefined once the process has exited, and so it is.
    this.pid = undefined
    const { SIGKILL, SIGTERM } = constants.signals
    if (code !== 0 && !this.killed) {
      const reason = code === SIGKILL ? 'killed' : 'abnormal-exit'
      const details = { type: 'Utility', reason, exitCode: code, serviceName: 'node.mojom.NodeService', name: serviceName }
      app.emit('child-process-gone', preventable({}), details)
    }
    this.emit('exit', this.killed && (code === SIGTERM || code === SIGKILL) ? 0 : code)
    this.stdout = null
    this.stderr = null
  }
}

function ioType(name: string): IOType {
  if (name === 'ignore' || name === 'inherit' || name === 'pipe') return name
  throw new TypeError(`stdio cannot be ${name}`)
}

function exitNumber(code: number | null, signal: NodeJS.Signals | null): number {
  return signal ? constants.signals[signal] : (code ?? 0)
}

export const utilityProcess = standIn<typeof Electron.utilityProcess>('utilityProcess')({
  fork(script: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!lifecycle.isReady) throw new TypeError('utilityProcess cannot be created before app is ready.')
    if (!script) throw new Error('Missing UtilityProcess entry script.')
    const child = standIn<UtilityProcess>('UtilityProcess')(new UtilityProcessFace(script, args, options))
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  },
})

/** With the application everything it started ends. */
export function killChildren(): void {
  for (const child of running) child.kill()
}

/** Of every utility process that runs. */
export function runningPids(): number[] {
  return [...running].flatMap(({ pid }) => pid ?? [])
}
