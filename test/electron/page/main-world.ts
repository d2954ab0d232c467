import { WorldBridge } from './world-bridge'

/** Runs in the page's own world before the page's code: the near end of contextBridge, and nothing that the page could name. */
export function startMainWorld(channel: string): void {
  new WorldBridge('page', channel)
}
