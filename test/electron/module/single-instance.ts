import { randomUUID } from 'node:crypto'
import { type FSWatcher, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a second start leaves for the first. */
interface Call {
  argv: string[]
  folder: string
  data: unknown
}

type Tell = (argv: string[], folder: string, data: unknown) => void

/** The lock of `requestSingleInstanceLock`: a file with the holder's process id, and an inbox beside it. */
export class SingleInstance {
  private held: { file: string; watcher: FSWatcher } | undefined

  /**
   * @param folder the user data folder: what makes two starts the same application
   * @param tell called with what each later start was given
   */
  request(folder: string, data: unknown, tell: Tell): boolean {
    if (this.held) return true
    const file = join(folder, 'SingletonLock.standin')
    const inbox = join(folder, 'SingletonInbox.standin')
    mkdirSync(inbox, { recursive: true })
    if (!takeLock(file)) {
      leave(inbox, { argv: argvAsDelivered(process.argv), folder: process.cwd(), data })
      return false
    }
    const collect = () => {
      for (const call of collected(inbox)) tell(call.argv, call.folder, call.data)
    }
    this.held = { file, watcher: watch(inbox, collect).unref() }
    collect()
    return true
  }

  release(): void {
    if (!this.held) return
    this.held.watcher.close()
    rmSync(this.held.file, { force: true })
    this.held = undefined
  }
}

function takeLock(file: string): boolean {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return true
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
    }
    if (isAlive(Number(readFileSync(file, 'utf8')))) return false
    rmSync(file, { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Written aside and renamed, so that the holder never reads half of it. */
function leave(inbox: string, call: Call): void {
  const name = randomUUID()
  writeFileSync(join(inbox, `.${name}`), JSON.stringify(call))
  renameSync(join(inbox, `.${name}`), join(inbox, name))
}

function collected(inbox: string): Call[] {
  const names = readdirSync(inbox).filter((name) => !name.startsWith('.'))
  return names.map((name) => {
    const call: Call = JSON.parse(readFileSync(join(inbox, name), 'utf8'))
    rmSync(join(inbox, name))
    return call
  })
}

/** Chromium puts switches of its own first: the documentation warns that order and number are not what was typed. */
function argvAsDelivered([program = '', ...rest]: string[]): string[] {
  return [program, '--allow-file-access-from-files', ...rest]
}
