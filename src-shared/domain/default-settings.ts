import type { Settings } from '../contract/settings'

/** What runs the engine: the settings that suit a window differ from those of a server. */
export interface Program {
  kind: 'serve' | 'desktop'
  demo: boolean
}

/** What holds until the owner decides otherwise. */
export const defaultSettings = ({ kind, demo }: Program): Settings => ({
  // Nobody sits at `serve`, and a demo that locks by itself shows nothing.
  autoLockMinutes: kind === 'serve' || demo ? null : 15,
  lockOnScreenLock: true,
  lockOnSleep: true,
  passwordEveryHours: 336,
  callbackBy: 'loopback',
  receiveFolder: null,
  receiving: true,
  receiveLimitMiB: 256,
  loopbackApi: demo,
  closeToTray: false,
  notifyBreakage: true,
  updates: false,
  updateFeed: null,
})
