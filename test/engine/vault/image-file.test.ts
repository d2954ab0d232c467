import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ImageFile } from '../../../src-main/engine/vault/image-file'
import { CHUNK_BYTES } from '../../../src-main/engine/vault/snapshot-head'
import { Store } from '../../../src-main/engine/vault/store'

/** As a snapshot reads it. */
function read(frozen: ReturnType<Store['freeze']>): Uint8Array {
  const bytes = new Uint8Array(frozen.length)
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    bytes.set(frozen.subarray(at, Math.min(at + CHUNK_BYTES, bytes.length)), at)
  return bytes
}

/** Fifty pages of rows, opened from bytes as a vault's are. */
async function filled(): Promise<Store> {
  const first = await Store.open()
  first.script('CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT)')
  const store = await Store.open(first.image())
  first.close()
  add(store, 50)
  return store
}

const add = (store: Store, count: number) =>
  store.transaction(() => {
    for (let index = 0; index < count; index++) store.run('INSERT INTO row (text) VALUES (?)', ['x'.repeat(3000 + index)])
  })

const rows = async (image: Uint8Array) => {
  const store = await Store.open(image)
  const found = store.all('SELECT n, text FROM row ORDER BY n')
  store.close()
  return found
}

const change = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    kind: fc.constant('change' as const),
    n: fc.integer({ min: 1, max: 60 }),
    length: fc.integer({ min: 0, max: 9000 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), n: fc.integer({ min: 1, max: 60 }) }),
)

test('a frozen database is, byte for byte, what it was, whatever is changed, added or removed before it is read', async () => {
  const lives = fc.asyncProperty(
    fc.array(change, { maxLength: 12 }),
    fc.array(change, { maxLength: 12 }),
    async (before, after) => {
      const store = await filled()
      const apply = (one: (typeof before)[number]) => {
        if (one.kind === 'add') add(store, one.count)
        else if (one.kind === 'change') store.run('UPDATE row SET text = ? WHERE n = ?', ['y'.repeat(one.length), one.n])
        else store.run('DELETE FROM row WHERE n = ?', [one.n])
      }
      const copied = vi.spyOn(store, 'image')
      for (const one of before) apply(one)
      const wanted = store.all('SELECT n, text FROM row ORDER BY n')
      const frozen = store.freeze()
      const atOnce = read(frozen)
      for (const one of after) apply(one)
      const later = read(frozen)
      frozen.release()
      expect(Buffer.compare(later, atOnce)).toBe(0)
      expect(await rows(later)).toEqual(wanted)
      const now = store.all('SELECT n, text FROM row ORDER BY n')
      expect(await rows(read(store.freeze()))).toEqual(now)
      expect(copied).not.toHaveBeenCalled()
      store.close()
    },
  )
  await fc.assert(lives, { numRuns: 25 })
})

test('a file that was moved elsewhere, or is not as long as SQLite says, is not taken for the database', () => {
  const file = ImageFile.of(new Uint8Array(200_000))
  expect(file.freeze(200_000)).toBeDefined()
  expect(file.freeze(199_999)).toBeUndefined()
  // As Emscripten does when a file is cut off.
  file.subarray(0, 150_000)
  expect(file.freeze(200_000)).toBeUndefined()
})

test('of two that were taken, the one before is refused: what it was is not kept any more', async () => {
  const store = await filled()
  const before = store.freeze()
  store.freeze()
  expect(() => before.subarray(0, 100)).toThrow('not kept')
  store.close()
})
