import { Hono } from 'hono'
import { allOrNone } from '../all-or-none'
import { serveOnLoopback } from '../loopback-server'
import { openSessionManager, type SessionManager, type SessionManagerOptions } from './session-manager'

/** A session manager at an address of its own, without the platform around it: for whoever is to be shown how it can go wrong. */
export interface StandaloneSessionManager extends SessionManager {
  /** What `sessionManagerUrl` would be, with a trailing slash. */
  url: string
}

export function startSessionManager(options: SessionManagerOptions): Promise<StandaloneSessionManager> {
  return allOrNone(async (track) => {
    const manager = track(await openSessionManager(options))
    const app = new Hono().route('/session-manager', manager.routes)
    const { url } = track(await serveOnLoopback(app, { '/session-manager/session': manager.upgrade }))
    return { ...manager, url: `${url}/session-manager/` }
  })
}
