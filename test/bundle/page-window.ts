import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import type { EngineExit } from '../../src-shared/bridge/shell-channel'

const built = new URL('../../out/preload/index.cjs', import.meta.url)

interface Sent {
  channel: string
  nonce: unknown
  ports: unknown[]
}

interface PageMessage {
  source: unknown
  origin: string
  data: unknown
  ports: unknown[]
}

interface ExposedBridge {
  nonce: string
  onEngineExit(listener: (heard: number) => void): void
}

/** A page as the built preload sees it, with Electron's renderer module recorded. Node's own globals are not there. */
export class PageWindow {
  readonly sent: Sent[] = []
  readonly required: string[] = []
  readonly exposed = new Map<string, ExposedBridge>()
  readonly window = {
    addEventListener: (_type: 'message', listener: (event: PageMessage) => void) => this.listeners.push(listener),
  }
  private readonly listeners: ((event: PageMessage) => void)[] = []
  private readonly fromShell = new Map<string, (event: unknown, told: unknown) => void>()

  constructor() {
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, bridge: ExposedBridge) => this.exposed.set(name, bridge) },
      ipcRenderer: {
        send: (channel: string, nonce: unknown) => this.sent.push({ channel, nonce, ports: [] }),
        postMessage: (channel: string, nonce: unknown, ports: unknown[]) => this.sent.push({ channel, nonce, ports }),
        on: (channel: string, listener: (event: unknown, told: unknown) => void) => this.fromShell.set(channel, listener),
      },
    }
    const require = (name: string) => {
      this.required.push(name)
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
      return electron
    }
    const context = createContext({
      require,
      exports: {},
      module: { exports: {} },
      window: this.window,
      location: { origin: 'app://neurocad' },
      crypto: { randomUUID: () => crypto.randomUUID() },
    })
    runInContext(readFileSync(built, 'utf8'), context, { filename: built.pathname })
  }

  get bridge(): ExposedBridge {
    const bridge = this.exposed.get('connectBridge')
    if (!bridge) throw new Error('the preload exposed no bridge')
    return bridge
  }

  /** Posts what the page would, changed as a stranger might change it. */
  post(ports: unknown[], change: Partial<PageMessage> = {}): void {
    const message = {
      source: this.window,
      origin: 'app://neurocad',
      data: { kind: 'connect', nonce: this.bridge.nonce },
      ports,
      ...change,
    }
    for (const listener of this.listeners) listener(message)
  }

  /** @param told what the shell knew of this document, when it said so */
  engineExits(told: Partial<EngineExit> = {}): void {
    const known: EngineExit = { nonce: this.bridge.nonce, heard: this.handedOver.length }
    this.fromShell.get('engine-exit')?.({}, { ...known, ...told })
  }

  /** The ports that reached the shell. */
  get handedOver(): unknown[] {
    return this.sent.filter(({ channel }) => channel === 'port-connect').flatMap(({ ports }) => ports)
  }
}
