import type { CustomScheme, Protocol } from 'electron'
import { standIn } from '../stand-in'
import { lifecycle } from './app'
import { addresses } from './world'

type Handler = Parameters<Protocol['handle']>[1]
const handlers = new Map<string, Handler>()
let registered = false

export const protocol = standIn<Protocol>('protocol')({
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (lifecycle.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (registered) throw new Error('protocol.registerSchemesAsPrivileged should be called only once')
    registered = true
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) throw new Error(`stand-in: ${scheme}: must be standard and secure`)
      addresses.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!lifecycle.isReady) throw new Error('protocol.handle can only be called after app is ready')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
})

/** What answers addresses of a scheme such as `app`. */
export function handlerOf(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}
