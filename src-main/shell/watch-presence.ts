import { app, powerMonitor } from 'electron'
import type { EngineProcess } from './engine-process'
import { Presence } from './presence'

/** How a locked screen is noticed on this computer; null where it is not. */
export type ScreenLockNotice = 'system' | 'dbus' | null

/** What a person does to a window, as the page itself counts it: looking on, or a pointer that passes, is not touching. */
const touches: ReadonlySet<string> = new Set(['mouseDown', 'mouseWheel', 'rawKeyDown', 'keyDown', 'touchStart'])

/** Tells the engine from now on whether somebody is there. Only after Electron is ready, and before a window opens. Answers how a locked screen is noticed. */
export async function watchPresence(engine: Pick<EngineProcess, 'news' | 'tell'>): Promise<ScreenLockNotice> {
  const presence = new Presence({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    zeroMayBeIgnorance: process.platform === 'linux',
    now: () => performance.now(),
    every(milliseconds, run) {
      const timer = setInterval(run, milliseconds)
      return () => clearInterval(timer)
    },
    tell: (message) => engine.tell(message),
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', (_input, { type }) => {
      if (touches.has(type)) presence.touched()
    })
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
