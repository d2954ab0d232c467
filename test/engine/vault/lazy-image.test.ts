import { expect, test } from 'vitest'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { add, names, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

/** Enough that the index tier is not opened at once. */
const COUNT = 3000
const nameOf = (index: number) => `Connection ${String(index).padStart(4, '0')}`

async function large() {
  const { ports, vault } = await newVault()
  const ids = await Promise.all(Array.from({ length: COUNT }, (_, index) => add(vault, nameOf(index))))
  await remove(vault, await add(vault, 'Zed'))
  await vault.settled()
  await vault.close()
  return { files: ports.files, ids }
}
const made = await large()

const newest = 'snapshot-3'
/** Begins where the chunks of the projection are. */
const indexAt = () => Number(Buffer.from(made.files.contents.get(newest) ?? []).readBigUInt64BE(56))
const all = () => [...Array.from({ length: COUNT }, (_, index) => nameOf(index)), 'Zed']

const closing = async (vault: Vault, work: () => unknown) => {
  await work()
  await vault.close()
}

test('the first page is there before the rest is opened, and the rest is as it was', async () => {
  const ports = vaultPorts(made.files.copy())
  const vault = await unlock(ports)
  await closing(vault, async () => {
    expect(vault.store.one('SELECT name FROM connection ORDER BY rank, name_key, id')).toEqual({ name: nameOf(0) })
    await rename(vault, made.ids[COUNT - 1] ?? '', 'Renamed before all of it was opened')
    await vault.opened
    expect(names(vault)).toEqual([...all().slice(0, COUNT - 1), 'Renamed before all of it was opened', 'Zed'])
    expect(ports.logger.lines).toEqual([])
  })
})

test('what is written to a part that was not opened yet is there after the next unlock', async () => {
  const files = made.files.copy()
  const first = await unlock(vaultPorts(files))
  for (const index of [0, 1500, 2999]) await rename(first, made.ids[index] ?? '', `Renamed ${index}`)
  await remove(first, made.ids[7] ?? '')
  await first.settled()
  await first.close()
  const again = await unlock(vaultPorts(files))
  await closing(again, async () => {
    await again.opened
    expect(names(again)).toHaveLength(COUNT + 1)
    for (const index of [0, 1500, 2999])
      expect(again.store.one('SELECT name FROM connection WHERE id = ?', [made.ids[index] ?? ''])).toEqual({
        name: `Renamed ${index}`,
      })
  })
})

test.each([0, 1, 20, 40])(
  'damage in chunk %d of a large snapshot is found, and everything is rebuilt from the one before',
  async (chunk) => {
    const files = made.files.copy()
    files.flip(newest, indexAt() + chunk * (16 * 1024 + 41) + 5000)
    const ports = vaultPorts(files)
    const vault = await unlock(ports)
    await closing(vault, async () => {
      await vault.opened
      expect(names(vault)).toEqual(all())
      expect(await vault.secret(made.ids[COUNT - 1] ?? '')).toEqual({ accessToken: `token-of-${nameOf(COUNT - 1)}` })
      expect(ports.logger.lines.filter(({ level }) => level === 'error').length).toBeGreaterThan(0)
      await rename(vault, made.ids[3] ?? '', 'Goes on')
      await vault.settled()
      expect(vault.upkeep.damagedFiles).toContain(newest)
    })
    const again = vaultPorts(files)
    const reopened = await unlock(again)
    await closing(reopened, async () => {
      await reopened.opened
      expect(names(reopened)).toContain('Goes on')
      expect(again.logger.lines).toEqual([])
    })
  },
)
