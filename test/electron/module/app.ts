import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { App } from 'electron'
import { preventable } from '../preventable'
import { standIn } from '../stand-in'
import { Lifecycle } from './lifecycle'
import { schemeClients } from './scheme-clients'
import { SingleInstance } from './single-instance'
import { applicationRoot, isPackaged, manifest, userDataAtStart } from './surroundings'

type PathName = Parameters<App['getPath']>[0]

/** The number on the application's icon. */
export const badge = { count: 0 }

const instance = new SingleInstance()

class AppFace extends EventEmitter {
  name = manifest.productName ?? manifest.name
  readonly isPackaged = isPackaged
  private readonly paths = new Map<string, string>([
    ['home', homedir()],
    ['temp', tmpdir()],
    ['userData', userDataAtStart],
    ['exe', process.execPath],
  ])

  whenReady(): Promise<void> {
    return lifecycle.ready
  }
  quit(): void {
    lifecycle.quit()
  }
  exit(code = 0): void {
    lifecycle.exit(code)
  }
  getVersion(): string {
    return manifest.version
  }
  getName(): string {
    return this.name
  }
  getAppPath(): string {
    return applicationRoot
  }
  getLocale(): string {
    return 'en-US'
  }
  getPath(name: PathName): string {
    const known = this.paths.get(name)
    if (known !== undefined) return known
    if (name === 'appData') return dirname(this.getPath('userData'))
    if (name === 'sessionData') return this.getPath('userData')
    if (name === 'logs' || name === 'crashDumps') return join(this.getPath('userData'), name)
    // A home of its own, so that no test writes into a person's folders.
    if (name === 'downloads' || name === 'documents' || name === 'desktop') return join(this.getPath('userData'), name)
    throw new Error(`Failed to get '${name}' path`)
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  enableSandbox(): void {
    if (lifecycle.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  /** Only Windows has a use for it. */
  setAppUserModelId(_id: string): void {}
  setBadgeCount(count = 0): boolean {
    badge.count = count
    return true
  }
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const tell = (argv: string[], folder: string, data: unknown) =>
      void lifecycle.ready.then(() => this.emit('second-instance', preventable({}), argv, folder, data))
    return instance.request(this.getPath('userData'), additionalData ?? {}, tell)
  }
  setAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean {
    return schemeClients.register(scheme, path ?? process.execPath, args ?? [])
  }
  isDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean {
    return schemeClients.isOurs(scheme, path ?? process.execPath, args ?? [])
  }
  getApplicationNameForProtocol(url: string): string {
    return schemeClients.nameFor(url, this.name)
  }
}

const face = new AppFace()
export const lifecycle = new Lifecycle(face)
export const app = standIn<App>('app')(face)

/** With the application its lock ends. */
export function releaseLock(): void {
  instance.release()
}
