import { expect, test } from 'vitest'
import { deferred } from '../../fakes/deferred'
import type { FakeFiles } from '../../fakes/files'
import { secretsOnDisk } from './secrets-on-disk'
import { add, names, newVault, remove, unlock, vaultPorts } from './vault-fixture'

const from = 64 * 1024
const long = 'x'.repeat(from)

/** Holds whoever opens a file of that name until it is let go. */
function hold(files: FakeFiles, held: string) {
  const reached = deferred()
  const go = deferred()
  const open = files.open.bind(files)
  files.open = async (name, options) => {
    if (name === held) {
      reached.resolve()
      await go.promise
    }
    return open(name, options)
  }
  return { reached: reached.promise, go: () => go.resolve() }
}

test('a secret that is removed while a compaction begins is on no file when the vault has settled', async () => {
  const { ports, vault } = await newVault(vaultPorts(undefined, from))
  const gone = await add(vault, 'Gone')
  const beginning = hold(ports.files, 'journal-2')
  await add(vault, 'Long', long)
  await beginning.reached
  await remove(vault, gone)
  beginning.go()
  await vault.settled()
  expect(await secretsOnDisk(ports.files)).not.toContain(gone)
  const row = vault.store.one('SELECT removed_sequence FROM connection WHERE id = ?', [gone])
  expect(vault.isBeingErased(Number(row?.removed_sequence))).toBe(false)
})

test('a secret can be read at every moment of a compaction', async () => {
  const { ports, vault } = await newVault()
  const open = ports.files.open.bind(ports.files)
  ports.files.open = async (name, options) => {
    const file = await open(name, options)
    const close = async () => {
      await file.close()
      // A real file takes a while to close, and is not open meanwhile.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { ...file, close }
  }
  const id = await add(vault, 'Kept')
  await remove(vault, await add(vault, 'First'))
  await vault.settled()
  await remove(vault, await add(vault, 'Second'))
  let settled = false
  const whole = vault.settled().then(() => {
    settled = true
  })
  while (!settled) {
    expect(await vault.secret(id)).toEqual({ accessToken: 'token-of-Kept' })
    expect((await vault.history(id, 10)).events).toHaveLength(1)
  }
  await whole
  expect([...ports.files.contents.keys()]).toContain('snapshot-5')
})

test('a compaction that failed once is tried again, and the secret is erased without unlocking anew', async () => {
  const { ports, vault } = await newVault()
  const gone = await add(vault, 'Gone')
  ports.files.failWhen = (_, name) => name === 'journal-2'
  await remove(vault, gone)
  await vault.settled()
  ports.files.failWhen = undefined
  expect(await secretsOnDisk(ports.files)).toContain(gone)
  ports.clock.advance(60_000)
  await add(vault, 'Later')
  await vault.settled()
  expect(await secretsOnDisk(ports.files)).not.toContain(gone)
  const other = await add(vault, 'Other')
  await remove(vault, other)
  await vault.settled()
  expect(await secretsOnDisk(ports.files)).not.toContain(other)
})

test('old files that cannot be removed keep the connection "being erased" until they are gone', async () => {
  const { ports, vault } = await newVault()
  const gone = await add(vault, 'Gone')
  const remove_ = ports.files.remove
  const refuse = async (name: string) => {
    throw new Error(`${name} is in use`)
  }
  ports.files.remove = refuse
  await remove(vault, gone)
  await vault.settled()
  const sequence = Number(vault.store.one('SELECT removed_sequence FROM connection WHERE id = ?', [gone])?.removed_sequence)
  expect(vault.isBeingErased(sequence)).toBe(true)
  await vault.close()
  const stillRefused = await unlock(ports)
  expect(stillRefused.isBeingErased(sequence)).toBe(true)
  await stillRefused.settled()
  ports.files.remove = remove_
  ports.clock.advance(60_000)
  await add(stillRefused, 'Later')
  await stillRefused.settled()
  expect(stillRefused.isBeingErased(sequence)).toBe(false)
  expect(await secretsOnDisk(ports.files)).not.toContain(gone)
})

test('a snapshot that stands in for a damaged one is not removed before there is a new one', async () => {
  const { ports, vault } = await newVault()
  const kept = await add(vault, 'Kept')
  const removals = ports.files.remove
  let killed: FakeFiles | undefined
  ports.files.remove = async (name) => {
    killed ??= ports.files.copy()
    return removals(name)
  }
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  if (!killed) throw new Error('nothing was removed')
  killed.contents.get('snapshot-2')?.fill(0x58)
  const open = killed.open.bind(killed)
  const files = killed
  killed.open = async (name, options) => {
    // The disk as it would be after a kill while the new snapshot is being made.
    if (options?.create && name.startsWith('snapshot-')) expect([...files.contents.keys()]).toContain('journal-1')
    return open(name, options)
  }
  const mended = await unlock(vaultPorts(killed))
  await mended.settled()
  expect(names(mended)).toEqual(['Gone', 'Kept'])
  expect(await mended.secret(kept)).toEqual({ accessToken: 'token-of-Kept' })
  expect(names(await unlock(vaultPorts(killed.copy())))).toEqual(['Gone', 'Kept'])
})
