/** The same as `appId` of the package, with which the installer marks its shortcut (Electron: Notifications, Windows). */
export const windowsAppId = 'app.neurocad.connect'
