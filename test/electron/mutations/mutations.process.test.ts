import { rm } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { type Mistake, mutatedCopy } from './mutated-copy'
import { smoke } from './smoke'

const main = 'out/main/index.js'
const preload = 'out/preload/index.cjs'

/** Mistakes that a person makes in a shell and a compiler lets through. */
const mistakes: [string, Mistake[]][] = [
  ['a wrong path of the preload', [{ file: main, from: '"preload", "index.cjs")', to: '"preload", "index.js")' }]],
  ['a missing await', [{ file: main, from: 'new Response(await readFile(file)', to: 'new Response(readFile(file)' }]],
  [
    'a preload that is a module',
    [{ file: preload, from: 'let electron = require("electron");', to: 'import * as electron from "electron";' }],
  ],
  [
    'a channel that nobody listens on',
    [{ file: main, from: 'ipcMain.on(shellChannel.connect,', to: 'ipcMain.on("port-conect",' }],
  ],
  [
    'open navigation',
    [{ file: main, from: 'app.on("web-contents-created", (_event, contents) => guardContents(contents));', to: '' }],
  ],
]

let copy: string | undefined
afterEach(async () => {
  if (copy) await rm(copy, { recursive: true, force: true, maxRetries: 5 })
  copy = undefined
})

test('a copy without a mistake is green, so that red means the mistake', { timeout: 120_000 }, async () => {
  copy = await mutatedCopy([])
  expect(await smoke(copy, 110_000)).toBe('green')
})

test.each(mistakes)('%s turns the smoke spec red', { timeout: 120_000 }, async (_name, made) => {
  copy = await mutatedCopy(made)
  // Less than the green one is given: most mistakes show as something that never comes.
  expect(await smoke(copy, 12_000)).toBe('red')
})
