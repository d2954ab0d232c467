import type { ContextBridge } from 'electron'
import { decode, encode } from '../ports/codec'
import { standIn } from '../stand-in'
import { makeIpcRenderer } from './ipc-renderer'
import type { FromPage, ToPage } from './page-message'
import { PagePorts } from './page-ports'
import { WorldBridge } from './world-bridge'

export interface IsolatedWorldOptions {
  channel: string
  /** The name of the binding that leads to the shell's process; taken away before the preload runs. */
  binding: string
  /** The name under which the shell's process reaches this world. */
  receiver: string
  platform: NodeJS.Platform
  versions: Record<string, string>
}

type Preload = (require: (name: string) => unknown, process: object, module: { exports: object }, exports: object) => void

/** Runs the preload as a sandboxed script: CommonJS that may require little, with a `process` that says little. */
export function startIsolatedWorld(options: IsolatedWorldOptions, preload: Preload): void {
  const send: unknown = Reflect.get(globalThis, options.binding)
  Reflect.deleteProperty(globalThis, options.binding)
  if (typeof send !== 'function') throw new Error('stand-in: the isolated world has no way out')
  const post = (message: FromPage) => {
    Reflect.apply(send, undefined, [encode(message)])
  }

  tellInput(post)
  const ports = new PagePorts(post)
  const ipc = makeIpcRenderer(ports, post)
  Object.defineProperty(globalThis, options.receiver, { value: (text: string) => ipc.receive(decode(text) as ToPage) })

  const bridge = new WorldBridge('preload', options.channel)
  const exposed = new Set<string>()
  const contextBridge = standIn<ContextBridge>('contextBridge')({
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      bridge.expose(key, api)
    },
  })

  const require = (name: string) => {
    if (/^electron(\/(renderer|common))?$/.test(name)) return { contextBridge, ipcRenderer: ipc.face }
    // What Electron's loader of sandboxed preloads says.
    throw new Error(`module not found: ${name}`)
  }
  const { platform, versions } = options
  const process = Object.freeze({ type: 'renderer', sandboxed: true, contextIsolated: true, platform, versions })
  try {
    const module = { exports: {} }
    preload(require, process, module, module.exports)
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    post({ kind: 'preload-failed', message, stack })
  }
}

/** Of the many that Electron tells of, those that a person begins. */
function tellInput(post: (message: FromPage) => void): void {
  for (const [name, type] of [
    ['pointerdown', 'mouseDown'],
    ['keydown', 'keyDown'],
    ['wheel', 'mouseWheel'],
  ] as const)
    addEventListener(name, () => post({ kind: 'input', type }), { capture: true, passive: true })
}
