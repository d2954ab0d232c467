import { expect } from 'vitest'
import { EngineError } from '../../../../src-main/engine/error'
import type { Vault } from '../../../../src-main/engine/vault/vault'
import type { FakeFiles } from '../../../fakes/files'
import { SeededRandom } from '../../../fakes/seeded-random'
import { keysUnder, vaultKeyOf } from '../keys-of'
import { secretsOnDisk } from '../secrets-on-disk'
import { add, newVault, password, remove, unlock, vaultPorts } from '../vault-fixture'
import { Promised } from './promised'
import { compactFrom, type Passwords, RandomLife } from './random-life'

export const KILLS_A_SEED = 5

/** A vault that has compacted, to begin each chain of lives with. */
export async function settledVault(): Promise<FakeFiles> {
  const { ports, vault } = await newVault(vaultPorts(undefined, compactFrom))
  await add(vault, 'Zero')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await vault.close()
  // What was preallocated only takes time to copy.
  for (const [name, bytes] of ports.files.contents)
    if (name.startsWith('journal-')) ports.files.contents.set(name, bytes.slice(0, 4096))
  return ports.files.copy()
}

/** One life after the other on one disk, each ended by a kill or a power cut at a step that the seed says, its unlock included. */
export async function survive(seed: number, begin: FakeFiles): Promise<void> {
  const random = new SeededRandom(seed)
  const promised = new Promised()
  const passwords: Passwords = { now: password, next: undefined }
  let files = begin.copy()
  const vaultKey = await vaultKeyOf(begin.copy())
  await withVault(files, passwords, async (vault) => promised.adopt(vault))
  for (let kill = 0; kill < KILLS_A_SEED; kill++) {
    const steps = random.below(80)
    files.fails({ at: files.steps + 1 + steps, half: random.chance(0.5), once: false })
    await withVault(files, passwords, async (vault, ports) => {
      await promised.expectIn(vault)
      await new RandomLife(vault, ports, promised, passwords, random).live(12)
    })
    files = random.chance(0.5) ? files.copy() : files.afterPowerCut(random)
    if (kill === KILLS_A_SEED - 1) await expectErased(files, vaultKey, promised)
  }
  await withVault(files, passwords, async (vault) => {
    await promised.expectIn(vault)
    await add(vault, 'Lives on')
    await promised.adopt(vault)
    await vault.settled()
    promised.noteErased(vault)
    await promised.expectIn(vault)
  })
  expect(files.opened).toEqual([])
  await expectErased(files, vaultKey, promised)
}

async function expectErased(files: FakeFiles, vaultKey: Uint8Array, { erased }: Promised): Promise<void> {
  const keys = await keysUnder(files.copy(), vaultKey)
  if (erased.size === 0 || keys === undefined) return
  const left = await secretsOnDisk(files, keys)
  expect([...erased].filter((id) => left.has(id))).toEqual([])
}

type Ports = ReturnType<typeof vaultPorts>

/** Unlocks with the password that it has, lets `work` go on as far as the disk does, and closes. */
async function withVault(files: FakeFiles, passwords: Passwords, work: (vault: Vault, ports: Ports) => Promise<void>) {
  const ports = vaultPorts(files, compactFrom)
  const vault = await opened(ports, passwords)
  if (!vault) return
  await work(vault, ports)
  await vault.close()
}

/** Undefined where the disk died on the way, which is refused by name. */
async function opened(ports: Ports, passwords: Passwords): Promise<Vault | undefined> {
  for (const candidate of [passwords.now, passwords.next]) {
    if (candidate === undefined) continue
    try {
      const vault = await unlock(ports, candidate)
      passwords.now = candidate
      passwords.next = undefined
      return vault
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      if (error.code === 'WRONG_PASSWORD' && candidate === passwords.now && passwords.next !== undefined) continue
      if (error.code === 'VAULT_READ_ONLY') return undefined
      throw error
    }
  }
  return undefined
}
