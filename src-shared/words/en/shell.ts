import { area } from '../chosen'
import { number, plural } from './forms'

/** The program around the page: tray, menus, notifications of the system, and what is shown when the page cannot be. */
export const shellWords = area('shell', {
  name: 'Neurocad Connect',

  locked: 'Locked',
  unlocked: 'Unlocked',
  noVault: 'No vault yet',
  needAttention: (count: number) => plural(count, { one: '# connection needs attention', other: '# connections need attention' }),
  tooltip: (status: string) => `Neurocad Connect: ${status}`,

  open: 'Open Neurocad Connect',
  lock: 'Lock',
  quit: 'Quit',

  fileMenu: 'File',
  editMenu: 'Edit',
  viewMenu: 'View',
  goMenu: 'Go',
  windowMenu: 'Window',
  helpMenu: 'Help',
  closeWindow: 'Close window',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Toggle full screen',
  developerTools: 'Toggle developer tools',
  aboutProgram: 'About Neurocad Connect',
  hideProgram: 'Hide Neurocad Connect',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  minimize: 'Minimize',
  zoom: 'Zoom',
  bringToFront: 'Bring all to front',
  settings: 'Settings…',
  connect: 'Connect',
  attention: 'Needs attention',
  connections: 'All connections',
  about: 'About and licences',

  severalBroke: (count: number) => plural(count, { one: '# connection needs attention', other: '# connections need attention' }),

  othersBroke: (count: number) => `And ${number(count)} more`,

  windowFailed: 'The window stopped working',
  windowFailedWhy: 'Its page crashed again, or did not load. Your vault is safe: nothing that was saved is lost.',
  windowHopelessWhy: 'No window can be shown. Your vault is safe. Start Neurocad Connect again, or restart the computer.',
  preloadFailed: 'The window cannot reach the vault',
  preloadFailedWhy: 'A part of the program did not load. If restarting does not help, install Neurocad Connect again.',
  engineFailed: 'The vault’s process keeps stopping',
  engineFailedWhy: 'It was started again several times. Everything that was saved is still in the vault.',
  restart: 'Restart',
  tryAgain: 'Try again',

  unresponsive: 'Neurocad Connect is not responding',
  unresponsiveWhy: 'You can wait, or reload the window. Nothing that was saved is lost.',
  wait: 'Wait',
  reload: 'Reload',

  updatesOff: 'Updates are off.',
  updatesNotPackaged: 'This copy was not installed from a package, so it cannot update itself.',
  updatesNoKey: 'This copy was built without the key that signs updates, so it takes none.',
  updatesNoFeed: 'This copy was built without an address for updates. Enter one to get them.',
  updatesBadFeed: 'The address of the updates must start with https.',
  updateFailed: 'The update could not be fetched or checked. Nothing was changed.',
})
