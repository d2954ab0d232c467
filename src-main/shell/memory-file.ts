import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ShellMemory } from '../../src-shared/bridge/shell-memory'

/** A window that is dragged says so many times a second; one file for all of it is enough. */
const DELAY_MS = 500

/**
 * What the shell remembers between starts, in one small file. Nothing that was acknowledged depends on it: it may be missing,
 * damaged or unwritable, and the application starts as if for the first time.
 */
export class MemoryFile {
  private memory: ShellMemory
  private timer: NodeJS.Timeout | undefined

  /** @param path absolute; its folder is made when missing */
  constructor(private readonly path: string) {
    this.memory = remembered(path)
  }

  get(): ShellMemory {
    return this.memory
  }

  /** Written a moment later, together with what else changes until then. */
  remember(part: Partial<ShellMemory>): void {
    this.memory = { ...this.memory, ...part }
    this.timer ??= setTimeout(() => this.flush(), DELAY_MS)
  }

  /** Writes what is not written yet. Called when the application quits. */
  flush(): void {
    if (this.timer === undefined) return
    clearTimeout(this.timer)
    this.timer = undefined
    try {
      replace(this.path, JSON.stringify(this.memory))
    } catch (error) {
      // A full or read-only disk costs the window its place, and nobody their work.
      if (!isFileError(error)) throw error
    }
  }
}

function remembered(path: string): ShellMemory {
  return ShellMemory.parse(jsonIn(path))
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || isFileError(error)) return undefined
    throw error
  }
}

/** Through a second file, so that a crash leaves the old one or the new one and never half of either. */
function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const next = `${path}.next`
  writeFileSync(next, text, { mode: 0o600 })
  renameSync(next, path)
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error
