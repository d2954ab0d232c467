import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { unlockVault } from '../../src-main/engine/vault/unlock-vault'
import { benchPassword, benchPorts, filledVault } from './filled-vault'

export interface VaultFixture {
  folder: string
  /** Of the live connections. */
  ids: readonly string[]
}

/** Settled vaults, each made once in a run: every part that wants one gets a copy of its own. */
export class VaultFixtures {
  private readonly made = new Map<number, Promise<VaultFixture>>()

  constructor(private readonly folder: string) {}

  /** Closed, in `into`, which must not be there yet. */
  async copy(count: number, into: string): Promise<VaultFixture> {
    const { folder, ids } = await this.original(count)
    await cp(folder, into, { recursive: true })
    return { folder: into, ids }
  }

  async open(count: number, into: string) {
    const { folder, ids } = await this.copy(count, into)
    return { vault: await openVault(folder), ids }
  }

  private original(count: number): Promise<VaultFixture> {
    const made = this.made.get(count) ?? this.make(count)
    this.made.set(count, made)
    return made
  }

  private async make(count: number): Promise<VaultFixture> {
    const start = performance.now()
    const folder = join(this.folder, `vault-${count}`)
    const { vault, ids } = await filledVault(folder, count)
    await vault.close()
    process.stderr.write(`a vault of ${count}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`)
    return { folder, ids }
  }
}

/** Without the key derivation, once it has been done: see `benchPorts`. */
export const openVault = (folder: string) => unlockVault(benchPorts(folder), { password: benchPassword, demo: false })
