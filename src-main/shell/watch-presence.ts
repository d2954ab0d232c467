import { powerMonitor } from 'electron'
import type { EngineProcess } from './engine-process'
import { Presence } from './presence'

/** How a locked screen is noticed on this computer; null where it is not. */
export type ScreenLockNotice = 'system' | 'dbus' | null

/** Tells the engine from now on whether somebody is there. Only after Electron is ready. Answers how a locked screen is noticed. */
export async function watchPresence(engine: Pick<EngineProcess, 'news' | 'tell'>): Promise<ScreenLockNotice> {
  const presence = new Presence({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    every(milliseconds, run) {
      const timer = setInterval(run, milliseconds)
      return () => clearInterval(timer)
    },
    tell: (message) => engine.tell(message),
  })
  engine.news.on('state', (state) => presence.vaultIs(state))
  powerMonitor.on('suspend', () => presence.sleeps())
  powerMonitor.on('resume', () => presence.wakes())
  if (process.platform === 'linux') {
    // Only Linux has a use for it.
    const { watchScreenLock } = await import('./screen-lock-bus')
    return (await watchScreenLock(() => presence.screenLocked())).watching ? 'dbus' : null
  }
  powerMonitor.on('lock-screen', () => presence.screenLocked())
  return 'system'
}
