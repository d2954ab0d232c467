import type { BrowserWindowConstructorOptions } from 'electron'
import { leastSize } from './window-place'

/** Of the page's own title bar, in pixels, so that the system's buttons sit in its middle. */
const titleBarHeight = 44

/**
 * @param preload absolute path of the built preload
 * @param packaged whether this is an installed application: those have no developer tools, which could run code in the page
 */
export function windowOptions(preload: string, platform: NodeJS.Platform, packaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1180,
    height: 780,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: 'Neurocad Connect',
    // Shown when there is something to see.
    show: false,
    autoHideMenuBar: true,
    ...titleBar(platform),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !packaged,
      // Dictionaries would be fetched from the network, and words typed here are nobody's business.
      spellcheck: false,
    },
  }
}

/** The title bar belongs to the page; the system draws its buttons over it. */
function titleBar(platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 14 } }
  // The page may be light or dark against the system's wish, so the buttons have a grey that reads on both.
  return { titleBarStyle: 'hidden', titleBarOverlay: { color: '#00000000', symbolColor: '#7a7f88', height: titleBarHeight } }
}
