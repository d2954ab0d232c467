import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCode } from '../../src-shared/bridge/exit-code'
import { terminalWords } from '../../src-shared/words/en/terminal'
import { anchorFiles } from './anchor-files'
import { jsonLogger } from './json-logger'
import { openEngine } from './open-engine'
import { announce } from './serve/announce'
import { checkVault } from './serve/check'
import { checkJson, checkText } from './serve/check-text'
import { defaultFolder } from './serve/default-folder'
import { parseServeOptions, type ServeOptions } from './serve/options'
import { progressLine } from './serve/progress-line'
import { readPassword } from './serve/read-password'
import { keepStandardOutput } from './serve/standard-streams'
import { startServe } from './serve/start-serve'
import { stateFolder } from './serve/state-folder'
import { auditFileIn, verifyAudit } from './serve/verify-audit'
import { StartError } from './start-error'
import { programVersion } from './version'

/** `serve`: the engine without a window. Standard output is the ready line's alone; everything else goes to standard error. */
async function main(): Promise<void> {
  keepStandardOutput()
  // Node's own report would quote the message. What was acknowledged is on disk, so ending is safe.
  process.on('uncaughtException', (error) => fail(terminalWords.endedUnexpectedly, error))
  const exported = auditFileIn(process.argv.slice(2))
  if (exported !== undefined) {
    process.stdout.write(`${await verifyAudit(exported)}\n`)
    return
  }
  const options = parseServeOptions(process.argv.slice(2))
  if (options.check) return check(options)
  const logger = jsonLogger((line) => process.stderr.write(line))
  const asked = firstSignal()
  const serve = await startServe({
    folder: await dataFolder(options),
    demo: options.demo,
    port: options.port,
    rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
    version: programVersion(),
    logger,
    openEngine,
    anchors: anchors(),
  })
  // Asked to end while it started, it has nothing to announce any more.
  const farewell = asked.signal === undefined ? await announce(serve, options) : async () => {}
  if (asked.signal === undefined) await serve.standBy()
  logger.info('ending', { signal: await asked.first })
  await Promise.all([serve.close(), farewell()]).catch((error: unknown) => fail(terminalWords.notEndedCleanly, error))
  process.exit(0)
}

/** Says what it found, and ends with 0 where all is whole and 6 where it is not. */
async function check({ demo, json, ...options }: ServeOptions): Promise<void> {
  const { stdin, stdout, stderr } = process
  const report = await checkVault({
    ...{ folder: folderOf({ ...options, demo }), demo, anchors: anchors() },
    password: () => readPassword(stdin, stderr),
    progress: progressLine(stderr, !json && stderr.isTTY === true),
  })
  stdout.write(json ? checkJson(report) : checkText(report))
  process.exitCode = report.whole ? 0 : exitCode.unknownFormat
}

const anchors = () => anchorFiles(stateFolder({ platform: process.platform, home: homedir(), env: process.env }))

/** The first signal that asks for the end, from now on: a command in hand, the start included, is finished first. */
function firstSignal(): { signal: string | undefined; first: Promise<string> } {
  const asked: { signal: string | undefined } = { signal: undefined }
  const first = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        asked.signal ??= signal
        resolve(signal)
      })
    }
  })
  return Object.assign(asked, { first })
}

/** The default place is made with its parents; a folder that was named must be where it was said to be. */
async function dataFolder(options: Pick<ServeOptions, 'data' | 'demo'>): Promise<string> {
  const folder = folderOf(options)
  if (options.data === undefined) await mkdir(dirname(folder), { recursive: true, mode: 0o700 }).catch(() => {})
  return folder
}

function folderOf({ data, demo }: Pick<ServeOptions, 'data' | 'demo'>): string {
  if (data !== undefined) return resolve(data)
  return defaultFolder({ platform: process.platform, home: homedir(), env: process.env }, demo)
}

function fail(what: string, error: unknown): never {
  const known = error instanceof StartError
  process.stderr.write(`${known ? error.message : `${what}: ${nameAndPlace(error)}`}\n`)
  process.exit(known ? error.code : 1)
}

/** An unexpected failure by name and place; its message may quote what must not be shown. */
function nameAndPlace(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown failure'
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line))
  return `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}${place ?? ''}`
}

main().catch((error: unknown) => fail(terminalWords.failedToStart, error))
