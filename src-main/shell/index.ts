import { join } from 'node:path'
import { app, protocol } from 'electron'
import { exitCode } from '../../src-shared/bridge/exit-code'
import { appScheme } from './app-address'
import { FileInbox } from './file-inbox'
import { takeHandedOver } from './handed-over'
import { LaunchError, type LaunchSettings, launchSettings } from './launch-settings'
import { LinkInbox } from './link-inbox'
import { log } from './log'
import { outliveReaders } from './standard-streams'
import { start } from './start'
import { windowsAppId } from './windows-app-id'

outliveReaders([process.stdout, process.stderr])
// Notifications on Windows are shown for the program that this names, as the installer's shortcut does.
if (process.platform === 'win32') app.setAppUserModelId(windowsAppId)

const links = new LinkInbox(log)
// Before anything else, because macOS says which link or file started the program before it says that it is ready.
app.on('open-url', (event, url) => {
  event.preventDefault()
  links.receive([url])
})
const files = new FileInbox(log, process.platform)
app.on('open-file', (event, path) => {
  event.preventDefault()
  void files.receive([path])
})

const settings = settingsOrEnd()
app.setPath('userData', settings.userData)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

// The first start is told which folder a second one was to open, which it cannot.
if (app.requestSingleInstanceLock({ data: settings.data })) {
  takeHandedOver(process.argv, { links, files, platform: process.platform })
  start(join(import.meta.dirname, '..'), settings, { links, files })
} else app.quit()

function settingsOrEnd(): LaunchSettings {
  try {
    return launchSettings(process.argv, process.cwd(), app.getPath('userData'))
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(exitCode.badOption)
  }
}
