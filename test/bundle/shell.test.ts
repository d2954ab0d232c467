import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { expect, test } from 'vitest'

const main = new URL('../../out/main/', import.meta.url)

/** Everything a built file imports, through the chunks it shares with others. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  const source = readFileSync(new URL(file, main), 'utf8')
  for (const [, name = ''] of source.matchAll(/(?:^import\b[^'"]*|\bfrom|\bimport\()\s*["']([^"']+)["']/gm)) {
    if (seen.has(name)) continue
    seen.add(name)
    // A chunk of ours; comments of a bundled library speak of files that are none.
    if (/^\.\/[\w.-]+\.js$/.test(name)) importsOf(name, seen)
  }
  return seen
}

const packages = (file: string) => [...importsOf(file)].filter((name) => !name.startsWith('./') && !isBuiltin(name))

test('the built shell runs on Electron and Node alone, with nothing of the engine in it', () => {
  expect(packages('index.js')).toEqual(['electron'])
})

test('the built engine never asks for electron', () => {
  for (const file of ['engine.js', 'session-worker.js']) {
    expect(packages(file), file).not.toContain('electron')
  }
  // What it does load is seen, so its absence above means something.
  expect(packages('session-worker.js')).toContain('libsodium-wrappers-sumo')
})
