import type { Desktop } from '../../electron/harness/desktop'
import type { Computer } from './computer'

/** The computer around the stand-in, which has a control for each thing. */
export const standInComputer = (desktop: Desktop, startAgain: Computer['startAgain']): Computer => ({
  setIdle: (seconds) => desktop.control('setIdle', seconds),
  power: (moment) => desktop.control('emitPower', moment),
  setKeyring: (backend) => desktop.control('setKeyring', { backend }),
  tray: () => desktop.control('tray'),
  clickTray: (label) => desktop.control('clickTray', label),
  notifications: () => desktop.control('notifications'),
  clickNotification: (title) => desktop.control('clickNotification', title),
  badge: () => desktop.control('badgeCount'),
  openedOutside: async () => {
    const opened = await desktop.control('openedOutside')
    return opened.flatMap(({ how, what }) => (how === 'address' ? [what] : []))
  },
  openUrl: (url) => desktop.control('openUrl', url),
  openFile: (path) => desktop.control('openFile', path),
  messages: async () => {
    const shown = await desktop.control('dialogs')
    return shown.flatMap(({ kind, options }) => (kind === 'message' ? [(options as { message: string }).message] : []))
  },
  startAgain,
})
