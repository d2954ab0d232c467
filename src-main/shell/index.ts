import { join } from 'node:path'
import { app, dialog, ipcMain, type MessagePortMain, protocol, session } from 'electron'
import type { ToEngine } from '../../src-shared/bridge/engine-message'
import { shellChannel } from '../../src-shared/bridge/shell-channel'
import { appScheme } from './app-address'
import { answerFromApp } from './app-protocol'
import { engineEnvironment } from './engine-environment'
import { EngineProcess } from './engine-process'
import { launchSettings } from './launch-settings'
import { MemoryFile } from './memory-file'
import { PortBroker } from './port-broker'
import { startFailure } from './start-failure'
import { Surface } from './surface'
import { guardContents, guardSession } from './window-guard'

const built = join(import.meta.dirname, '..')
const settings = launchSettings(process.argv, process.cwd(), app.getPath('userData'))

app.setPath('userData', settings.userData)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  const surface = new Surface({
    preload: join(built, 'preload', 'index.cjs'),
    trayImages: join(built, '..', 'resources', 'tray'),
    memory: new MemoryFile(join(settings.userData, 'shell.json')),
    lock: () => engine.start().postMessage({ kind: 'lock' } satisfies ToEngine),
    onRestart: () => {},
  })
  const { window } = surface
  const broker = new PortBroker<MessagePortMain>(() => window.contents()?.id)
  const engine = new EngineProcess({
    entry: join(built, 'main', 'engine.js'),
    environment: engineEnvironment(process.env, settings),
    onExit(code) {
      const failure = startFailure(code)
      if (failure) {
        dialog.showErrorBox('Neurocad Connect cannot start', failure)
        return app.exit(code)
      }
      broker.engineEnded()
      window.contents()?.send(shellChannel.engineExit)
    },
  })

  ipcMain.on(shellChannel.announce, (event, nonce: unknown) => broker.announce(event, nonce))
  ipcMain.on(shellChannel.connect, (event, nonce: unknown) => {
    const port = broker.accept(event, nonce)
    if (port) engine.connect(port)
  })

  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('will-quit', () => engine.stop())
  void app.whenReady().then(() => {
    guardSession(session.defaultSession)
    protocol.handle(appScheme, (request) => answerFromApp(join(built, 'renderer'), request))
    // Started before the page asks, so that the two load side by side.
    engine.start()
    surface.open()
    app.on('second-instance', () => window.show())
  })
}
