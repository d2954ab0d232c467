import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A package that cannot be had on this machine. The message says why; its rows are left out. */
export class NoPeer extends Error {}

/**
 * What is compared with. Each folder under `test/bench` has a lock file of its own, and is installed when it is first needed, from
 * the registry alone.
 */
export class Peers {
  readonly executorFolder = join(process.cwd(), 'test', 'bench', 'executor')
  private readonly folder = join(process.cwd(), 'test', 'bench', 'peers')
  private readonly installed = new Set<string>()

  /** Throws `NoPeer`. */
  kdbxweb<T>(): T {
    this.install(this.folder)
    return createRequire(join(this.folder, 'package.json'))('kdbxweb') as T
  }

  /** SQLite with SQLCipher's encryption. It is compiled here: no download but the registry's. Throws `NoPeer`. */
  sqlcipher<T>(): T {
    const name = 'better-sqlite3-multiple-ciphers'
    this.install(this.folder)
    if (!existsSync(join(this.folder, 'node_modules', name, 'build', 'Release', 'better_sqlite3.node'))) {
      process.stderr.write(`Compiling ${name}, which takes some minutes…\n`)
      // This project runs no install scripts, and `npm run` hands that on.
      npm(this.folder, ['rebuild', '--ignore-scripts=false', name], { npm_config_build_from_source: 'true', ...headers() })
    }
    return createRequire(join(this.folder, 'package.json'))(name) as T
  }

  /** Path of `executor`'s own program, without the script that looks for it. Throws `NoPeer`. */
  executor(): string {
    this.install(this.executorFolder)
    return join(this.executorFolder, 'node_modules', 'executor', 'bin', 'executor')
  }

  private install(folder: string): void {
    if (this.installed.has(folder)) return
    if (!isInstalled(folder)) npm(folder, ['ci', '--ignore-scripts'], {})
    this.installed.add(folder)
  }
}

/** npm leaves its own lock file behind last, so a newer one of ours has not been installed. */
function isInstalled(folder: string): boolean {
  const left = join(folder, 'node_modules', '.package-lock.json')
  return existsSync(left) && statSync(left).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
}

/** Node's own headers where they came with it, so that none are downloaded to compile. */
function headers(): Record<string, string> {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {}
}

function npm(folder: string, args: readonly string[], env: Record<string, string>): void {
  try {
    execFileSync('npm', args, { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    const last = said.split('\n').filter((line) => /error/i.test(line))[0] ?? 'npm did not start'
    throw new NoPeer(`\`npm ${args.join(' ')}\` failed in ${folder.slice(process.cwd().length + 1)}: ${last}`)
  }
}
