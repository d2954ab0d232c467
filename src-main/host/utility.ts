import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { ToEngine } from '../../src-shared/bridge/engine-message'
import { engineVariable } from '../../src-shared/bridge/shell-channel'
import { jsonLogger } from './json-logger'
import { serveMessagePort } from './message-port'
import { defaultFolder } from './serve/default-folder'
import { startDesktop } from './start-desktop'
import { startErrorFrom } from './start-error'
import { systemClock } from './system-clock'

/** The engine in Electron's utility process: it serves the ports that the shell passes on, each to the owner of the vault. */
const logger = jsonLogger((line) => process.stderr.write(line))
const { env, platform } = process
const demo = env[engineVariable.demo] === '1'

/** The usual place is made with its parents; a folder that was named must be where it was said to be. */
async function dataFolder(): Promise<string> {
  const named = env[engineVariable.data]
  if (named !== undefined) return named
  const folder = defaultFolder({ platform, home: homedir(), env }, demo)
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 }).catch(() => {})
  return folder
}

try {
  const desktop = await startDesktop({ folder: await dataFolder(), demo, logger })
  // Where the callback is reached is looked up by the engine itself, when an authorization starts.
  const context = { actor: desktop.owner, callbackOrigin: '', clock: systemClock, logger }
  // Electron keeps what arrived before there is a listener.
  process.parentPort.on('message', ({ data, ports: [port] }) => {
    const message = ToEngine.safeParse(data).data
    if (port && message?.kind === 'connect') serveMessagePort(desktop.engine, port, context)
  })
  // The shell's way of saying that the application ends.
  process.once('SIGTERM', () => {
    desktop.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
} catch (error) {
  const reason = startErrorFrom(error)
  if (reason) process.stderr.write(`${reason.message}\n`)
  else logger.error('the engine did not start', { stack: error instanceof Error ? error.stack : 'not an error' })
  process.exit(reason?.code ?? 1)
}
