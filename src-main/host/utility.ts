import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { engineVariable } from '../../src-shared/bridge/shell-channel'
import { ShellLink } from './bridge/shell-link'
import { ShellMail } from './bridge/shell-mail'
import { jsonLogger } from './json-logger'
import { serveMessagePort } from './message-port'
import { openEngine } from './open-engine'
import { defaultFolder } from './serve/default-folder'
import { desktopText, missingText, readyJson } from './serve/ready-line'
import { keepStandardOutput } from './serve/standard-streams'
import { startDesktop } from './start-desktop'
import { startErrorFrom } from './start-error'
import { systemClock } from './system-clock'
import { programVersion } from './version'

/** The engine in Electron's utility process: it serves the ports that the shell passes on, each to the owner of the vault. */
keepStandardOutput()
const logger = jsonLogger((line) => process.stderr.write(line))
const { env, platform, parentPort } = process
const demo = env[engineVariable.demo] === '1'
const shell = new ShellLink((message) => parentPort.postMessage(message), systemClock)

/** The usual place is made with its parents; a folder that was named must be where it was said to be. */
async function dataFolder(): Promise<string> {
  const named = env[engineVariable.data]
  if (named !== undefined) return named
  const folder = defaultFolder({ platform, home: homedir(), env }, demo)
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 }).catch(() => {})
  return folder
}

const mail = new ShellMail<Parameters<typeof serveMessagePort>[1]>(shell, logger)
parentPort.on('message', ({ data, ports: [port] }) => mail.arrived(data, port))

try {
  const desktop = await startDesktop({ folder: await dataFolder(), demo, logger, openEngine, shell, version: programVersion() })
  mail.open({
    hear: (message) => desktop.hear(message),
    connect: (port) => serveMessagePort(desktop.engine, port, desktop.windowContext),
  })
  // Ctrl-C in a terminal reaches every process of the program; the shell hears it as well, and says by SIGTERM what follows.
  process.on('SIGINT', () => {})
  // The shell's way of saying that the application ends.
  process.once('SIGTERM', () => {
    shell.end()
    desktop.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  process.stdout.write(env[engineVariable.json] === '1' ? readyJson(desktop.ready) : desktopText(desktop.ready))
  process.stderr.write(missingText(desktop.ready))
  await desktop.engine.standBy()
} catch (error) {
  const reason = startErrorFrom(error)
  if (reason) process.stderr.write(`${reason.message}\n`)
  else logger.error('the engine did not start', { stack: error instanceof Error ? error.stack : 'not an error' })
  process.exit(reason?.code ?? 1)
}
