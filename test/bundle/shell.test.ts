import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const main = new URL('../../out/main/', import.meta.url)

/** Everything a built file imports, at its start or later, through the chunks it shares with others. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  for (const name of importedBy(readFileSync(new URL(file, main), 'utf8'))) {
    if (seen.has(name)) continue
    seen.add(name)
    if (name.startsWith('./')) importsOf(name, seen)
  }
  return seen
}

/** Parsed, because libraries in a bundle speak of imports in their texts and comments. */
function importedBy(source: string): string[] {
  const names: string[] = []
  JSON.stringify(parseAst(source), (_key, node) => {
    const imports = /^(Import(Declaration|Expression)|Export(Named|All)Declaration)$/.test(node?.type)
    if (imports && typeof node.source?.value === 'string') names.push(node.source.value)
    return typeof node === 'bigint' ? null : node
  })
  return names
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
