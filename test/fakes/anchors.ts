import type { AnchorStore } from '../../src-main/engine/port'

/** Anchors in memory, by vault. `fails` makes every call reject, as a keychain that is locked would. */
export class FakeAnchors implements AnchorStore {
  readonly kept = new Map<string, Uint8Array>()
  fails = false
  writes = 0

  async read(vaultId: string): Promise<Uint8Array | undefined> {
    if (this.fails) throw new Error('the place cannot be read')
    return this.kept.get(vaultId)?.slice()
  }

  async write(vaultId: string, bytes: Uint8Array): Promise<void> {
    if (this.fails) throw new Error('the place cannot be written')
    this.writes += 1
    this.kept.set(vaultId, bytes.slice())
  }
}
