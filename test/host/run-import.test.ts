import { expect, test } from 'vitest'
import { EngineError } from '../../src-main/engine/error'
import { importBounds, readImportInWorker } from '../../src-main/host/run-import'
import { importFileWords as words } from '../../src-shared/words/en/import-file'

const bounds = { ...importBounds, milliseconds: 60_000 }
const reading = (script: string, changes: Partial<typeof bounds> = {}, signal = new AbortController().signal) =>
  readImportInWorker({ ...bounds, ...changes }, new URL(`data:text/javascript,${encodeURIComponent(script)}`))(
    Uint8Array.of(1, 2, 3),
    undefined,
    signal,
  )

test('a file that takes too long is given up by name, also where its thread never rests', async () => {
  await expect(reading('for (;;);', { milliseconds: 300 })).rejects.toThrow(words.tookTooLong)
})

test('a file that unpacks to more memory than is allowed is given up by name, and the program goes on', async () => {
  const buffers = 'const held = []; for (;;) held.push(new Uint8Array(8 * 1024 * 1024).fill(1))'
  await expect(reading(buffers, { bytes: 64 * 1024 * 1024, lookEveryMs: 5 })).rejects.toThrow(words.tookTooMuch)
  const objects = 'const held = []; for (;;) held.push({ a: [held.length, String(held.length)] })'
  await expect(reading(objects, { heapMib: 32 })).rejects.toThrow(words.tookTooMuch)
}, 60_000)

test('a lock ends the reading at once, and one that came before begins none', async () => {
  const ending = new AbortController()
  const going = reading('for (;;);', {}, ending.signal)
  ending.abort(new EngineError('VAULT_LOCKED'))
  await expect(going).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  await expect(reading('for (;;);', {}, ending.signal)).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
})

test('a thread that ends without an answer is a failure, and never an empty file', async () => {
  await expect(reading('process.exit(0)')).rejects.toThrow('without an answer')
  await expect(reading('throw new TypeError("broken")')).rejects.toThrow('broken')
})

test('what is read in parts arrives whole and in order', async () => {
  const script = `
    import { parentPort } from 'node:worker_threads'
    let n = 0
    parentPort.on('message', () => {
      n++
      parentPort.postMessage({ kind: 'rows', items: [[String(n)]], done: n === 3 })
    })
    parentPort.postMessage({ kind: 'head', answer: { format: 'csv', file: { entries: [], notes: ['a'], table: { rows: [], width: 1 } } } })
  `
  expect(await reading(script)).toEqual({
    format: 'csv',
    file: { entries: [], notes: ['a'], table: { rows: [['1'], ['2'], ['3']], width: 1 } },
  })
})
