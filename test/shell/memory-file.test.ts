import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MemoryFile } from '../../src-main/shell/memory-file'

let folder: string
let path: string
beforeEach(() => {
  vi.useFakeTimers()
  folder = mkdtempSync(join(tmpdir(), 'neurocad-shell-memory-'))
  path = join(folder, 'user-data', 'shell.json')
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

const place = { bounds: { x: -3, y: 4, width: 800, height: 600 }, maximized: true }
const settings = { closeToTray: true, notifyBreakage: false, updates: true, updateFeed: 'https://updates.example.com/' }
const nothing = { place: null, settings: null }

function holding(text: string): MemoryFile {
  mkdirSync(join(folder, 'user-data'))
  writeFileSync(path, text)
  return new MemoryFile(path)
}

describe('the shell’s memory', () => {
  test('is there at the next start', () => {
    const memory = new MemoryFile(path)
    memory.remember({ place })
    memory.remember({ settings })
    memory.flush()
    expect(new MemoryFile(path).get()).toEqual({ place, settings })
  })

  test('is written by itself, once for many changes', () => {
    const memory = new MemoryFile(path)
    memory.remember({ place })
    memory.remember({ settings })
    expect(existsSync(path)).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(new MemoryFile(path).get()).toEqual({ place, settings })
  })

  test('is readable by its owner alone, and leaves no second file', () => {
    const memory = new MemoryFile(path)
    memory.remember({ settings })
    memory.flush()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'user-data'))).toEqual(['shell.json'])
  })

  test('is left alone when nothing changed', () => {
    new MemoryFile(path).flush()
    expect(existsSync(path)).toBe(false)
  })
})

describe('a memory that is damaged', () => {
  test.each(['', '{', 'null', '[]', '"x"', '{"place":7,"settings":{"updates":"yes"}}'])(
    'is as if it were not there: %s',
    (text) => {
      expect(holding(text).get()).toEqual(nothing)
    },
  )

  test('keeps the part that is whole', () => {
    expect(holding(JSON.stringify({ place: { bounds: {} }, settings })).get()).toEqual({ place: null, settings })
  })

  test('is replaced by the next change', () => {
    const memory = holding('{')
    memory.remember({ place })
    memory.flush()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ place, settings: null })
  })
})

test('a folder that is a file costs the memory and nothing else', () => {
  writeFileSync(join(folder, 'user-data'), 'a file')
  chmodSync(join(folder, 'user-data'), 0o400)
  const memory = new MemoryFile(path)
  memory.remember({ place })
  expect(() => memory.flush()).not.toThrow()
  expect(memory.get().place).toEqual(place)
})
