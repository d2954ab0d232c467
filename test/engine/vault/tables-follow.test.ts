import { expect, test } from 'vitest'
import { freeze } from '../../../src-main/engine/vault/compaction'
import { LiveState } from '../../../src-main/engine/vault/live-state'
import { emptyStore } from '../../../src-main/engine/vault/projection-schema'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { add, names, newVault, rename, unlock, vaultPorts } from './vault-fixture'

/** From here on the tables take no change. */
function refuseChanges({ store }: Vault): void {
  store.run = () => {
    throw new Error('the tables take nothing any more')
  }
}

test('whoever reads after a change was acknowledged finds it, at once and in whichever way', async () => {
  const { vault } = await newVault()
  const id = await add(vault, 'Acme')
  expect(
    vault.search.find(['acme'], { type: () => true, status: () => true, owner: () => true }, { from: undefined, limit: 5 }).total,
  ).toBe(1)
  const seen: string[][] = []
  const renamed = rename(vault, id, 'Zenith').then(() => seen.push(names(vault)))
  await renamed
  expect(seen).toEqual([['Zenith']])
  await rename(vault, id, 'Orchid')
  const found = vault.search.find(
    ['orchid'],
    { type: () => true, status: () => true, owner: () => true },
    { from: undefined, limit: 5 },
  )
  expect(found.total).toBe(1)
  await vault.close()
})

test('a change that the tables do not take ends the writing, is read over, and is there at the next unlock', async () => {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Acme')
  refuseChanges(vault)
  await rename(vault, id, 'Zenith')
  expect(names(vault)).toEqual(['Acme'])
  await expect(rename(vault, id, 'Orchid')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(ports.logger.text()).toContain('could not be applied')
  expect(names(await unlock(vaultPorts(ports.files.copy())))).toEqual(['Zenith'])
})

test('a change that the tables do not take is noticed without a reader, before the next one is written', async () => {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Acme')
  refuseChanges(vault)
  await rename(vault, id, 'Zenith')
  const before = vault.journalBytes
  await expect(add(vault, 'After')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(vault.journalBytes).toBe(before)
  expect(ports.logger.text()).toContain('could not be applied')
})

test('no snapshot is made of tables that are behind: the journal, which has what they lack, would go with it', async () => {
  const state = LiveState.empty(await emptyStore())
  const { store } = state
  state.onRefused = () => undefined
  const event = { kind: 'connection.renamed', record: 'cred_1', data: { name: 'Zenith', nameBefore: 'Acme' } } as const
  const chained = { ...event, v: 1, sequence: 1, at: '2026-11-29T00:00:00.000Z', actor: null } as const
  state.applyLater({ event: chained }, new Uint8Array(32))
  store.run = () => {
    throw new Error('the tables take nothing any more')
  }
  expect(() => freeze(state, 1)).toThrow(expect.objectContaining({ code: 'VAULT_READ_ONLY' }))
})
