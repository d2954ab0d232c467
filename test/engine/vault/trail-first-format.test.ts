import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deriveFromPassword } from '../../../src-main/engine/vault/seal'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { chainStart, checkChain } from '../../../src-main/engine/vault/verify-chain'
import { FakeFiles } from '../../fakes/files'
import { remove, rename, unlock, vaultPorts } from './vault-fixture'

async function golden() {
  const folder = join(import.meta.dirname, '../../vectors/format-1')
  const files = new FakeFiles()
  for (const name of await readdir(folder)) files.contents.set(name, new Uint8Array(await readFile(join(folder, name))))
  const derive = async (...[text, salt, kdf]: Parameters<typeof deriveFromPassword>) => deriveFromPassword(text, salt, kdf)
  return { ...vaultPorts(files), derive }
}

const check = (vault: Vault) => checkChain(vault.trail(), chainStart(vault.headerBody.vaultId))

async function sequencesOf(vault: Vault): Promise<number[]> {
  const sequences: number[] = []
  for await (const page of vault.trail().backward(() => true))
    for (const { event } of (await page.read()).events.toReversed()) sequences.push(event.sequence)
  return sequences
}

test('events from before there were pages are read in order, and their chain is whole, also under pages', async () => {
  const ports = await golden()
  const vault = await unlock(ports, 'golden vault, format 1')
  const before = await check(vault)
  const { sequence } = vault.trail()
  expect(before).toMatchObject({ events: sequence, gaps: [], damaged: [], broken: [] })
  expect(await sequencesOf(vault)).toEqual(Array.from({ length: sequence }, (_, i) => sequence - i))

  const idOf = (name: string) => String(vault.store.one('SELECT id FROM connection WHERE name = ?', [name])?.id)
  await rename(vault, idOf('Journal name'), 'Renamed', 'Journal name')
  await remove(vault, idOf('Second'))
  await vault.settled()
  await rename(vault, idOf('Renamed'), 'Again', 'Renamed')
  const after = await check(vault)
  expect(after).toMatchObject({ events: sequence + 3, gaps: [], damaged: [], broken: [] })
  expect(await sequencesOf(vault)).toEqual(Array.from({ length: sequence + 3 }, (_, i) => sequence + 3 - i))
})

test('a damaged block of format 1 costs its own events, and is told by its place', async () => {
  const ports = await golden()
  const vault = await unlock(ports, 'golden vault, format 1')
  const whole = await check(vault)
  ports.files.flip('history-2', 60)
  const findings = await check(vault)
  expect(findings.damaged).toEqual([{ file: 'history-2', offset: 8 }])
  expect(findings.gaps).not.toEqual([])
  expect(findings.events).toBeGreaterThan(0)
  expect(findings.events).toBeLessThan(whole.events)
})
