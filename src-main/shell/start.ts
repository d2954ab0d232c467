import { join } from 'node:path'
import { app, dialog, ipcMain, type MessagePortMain, protocol, session } from 'electron'
import { shellChannel } from '../../src-shared/bridge/shell-channel'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { appScheme } from './app-address'
import { answerFromApp } from './app-protocol'
import { engineEnvironment } from './engine-environment'
import { EngineProcess } from './engine-process'
import type { FileInbox } from './file-inbox'
import { takeHandedOver } from './handed-over'
import { shellHandlers } from './handlers'
import type { LaunchSettings } from './launch-settings'
import type { LinkInbox } from './link-inbox'
import { log } from './log'
import { MemoryFile } from './memory-file'
import { wantsOtherFolder } from './other-folder'
import { ownScheme } from './own-scheme'
import { PortBroker } from './port-broker'
import { QuitGate } from './quit-gate'
import { startFailure } from './start-failure'
import { Surface } from './surface'
import { ownUpdates } from './update/own-updates'
import { type ScreenLockNotice, watchPresence } from './watch-presence'
import { guardContents, guardSession } from './window-guard'

/** What the system hands over, from before the start on. */
interface Inboxes {
  links: LinkInbox
  files: FileInbox
}

/**
 * Starts the one instance of the application.
 * @param built absolute path of the folder of built files
 */
export function start(built: string, settings: LaunchSettings, { links, files }: Inboxes): void {
  const memory = new MemoryFile(join(settings.userData, 'shell.json'))
  const updates = ownUpdates(join(built, '..'), app.isPackaged, () => surface.letWindowClose())
  const surface = new Surface({
    preload: join(built, 'preload', 'index.cjs'),
    trayImages: join(built, '..', 'resources', 'tray'),
    memory,
    isEnding: () => gate.isEnding,
    lock: () => engine.tell({ kind: 'lock' }),
    onRestart: () => engine.resume(),
  })
  const { window } = surface
  const broker = new PortBroker<MessagePortMain>(() => window.contents()?.id)
  const scheme = ownScheme(settings.demo)
  let screenLock: Promise<ScreenLockNotice> = Promise.resolve(null)
  const engine = new EngineProcess({
    entry: join(built, 'main', 'engine.js'),
    environment: engineEnvironment(process.env, settings),
    output: settings.json ? process.stdout : process.stderr,
    handlers: shellHandlers({ scheme, screenLock: () => screenLock, hasTray: () => surface.hasTray, updates }),
    onExit(code) {
      const failure = startFailure(code)
      if (failure) {
        dialog.showErrorBox(desktopWords.cannotStart, failure)
        return app.exit(code)
      }
      window.contents()?.send(shellChannel.engineExit, broker.engineEnded())
    },
    onHalt: () => window.showProblem('engine'),
  })

  ipcMain.on(shellChannel.announce, (event, nonce: unknown) => broker.announce(event, nonce))
  ipcMain.on(shellChannel.connect, (event, nonce: unknown) => {
    const port = broker.accept(event, nonce)
    if (port) engine.connect(port)
    // Whoever waits at the other end hears that nobody will answer.
    else for (const refused of event.ports) refused.close()
  })
  engine.news.on('settings', (known) => {
    surface.onSettings(known)
    updates.follow(known)
  })
  engine.news.on('broke', (breakage) => surface.onBroke(breakage))
  engine.news.on('callbackAccepted', () => window.show())
  engine.news.on('state', ({ vault, attention }) => {
    surface.onState({ vault: vault === 'unknown' ? 'locked' : vault, attention })
    if (vault === 'unknown') links.close('callback')
    else links.open('callback', ({ type, query }) => engine.tell({ kind: 'callback', type, query }))
  })

  const gate = new QuitGate(
    () => engine.stop(),
    () => app.quit(),
  )
  app.on('will-quit', (event) => gate.willQuit(event))
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('second-instance', (_event, argv, _folder, told: unknown) => {
    if (wantsOtherFolder(told, settings.data)) {
      log('a second start named another data folder')
      surface.sayOtherFolder()
    }
    if (!takeHandedOver(argv, { links, files, platform: process.platform })) window.show()
  })
  void app.whenReady().then(() => {
    const remembered = memory.get().settings
    guardSession(session.defaultSession)
    protocol.handle(appScheme, (request) => answerFromApp(join(built, 'renderer'), request))
    screenLock = watchPresence(engine)
    // Started before the page asks, so that the two load side by side.
    engine.start()
    // Before the window opens on its usual page, so that a link that started the program is its first one.
    links.open('open', ({ path }) => window.showPage(path))
    surface.open(settings.hidden)
    files.open({
      recipe: (text) => window.showPage('/recipes', text),
      refused: (why) => surface.sayRefused(why),
    })
    // As the owner last decided: a vault that stays locked is no reason to stay without updates.
    if (remembered) updates.follow(remembered)
    scheme.claim().catch(() => log('links of ours could not be registered'))
  })
}
