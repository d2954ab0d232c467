import { ulid } from 'ulid'
import { EngineError } from '../../../../src-main/engine/error'
import { rotateKeys } from '../../../../src-main/engine/key-slots/rotate-keys'
import { slotOf, withSlot } from '../../../../src-main/engine/vault/key-slot'
import { openVaultKey } from '../../../../src-main/engine/vault/open-vault-key'
import { makePasswordSlot } from '../../../../src-main/engine/vault/password-slot'
import type { Vault } from '../../../../src-main/engine/vault/vault'
import type { Actor } from '../../../../src-shared/domain/actor'
import { Subject } from '../../../../src-shared/domain/identifiers'
import type { SeededRandom } from '../../../fakes/seeded-random'
import { add, addedEvent, cheapKdf, quickDerive, remove, rename, type vaultPorts } from '../vault-fixture'
import type { Promised } from './promised'

/** Makes a journal that compacts by its length now and then. */
export const compactFrom = 16 * 1024

/** Which passwords may open the vault: the one that was acknowledged, and one that was asked for after it. */
export interface Passwords {
  now: string
  next: string | undefined
}

const owner: Actor = { subject: Subject.parse('ada'), label: 'Ada', org: 'org', owner: true }

function unlessRefused(error: unknown): void {
  if (error instanceof EngineError && ['ROTATION_UNDER_WAY', 'WRONG_PASSWORD'].includes(error.code)) return
  throw error
}

/** Commands as a seed has them, until all are answered: alone, at once, several events in one, with compactions beside them. */
export class RandomLife {
  private named = 0

  constructor(
    private readonly vault: Vault,
    private readonly ports: ReturnType<typeof vaultPorts>,
    private readonly promised: Promised,
    private readonly passwords: Passwords,
    private readonly random: SeededRandom,
  ) {}

  async live(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      const together = this.random.chance(0.3) ? 3 : 1
      await Promise.all(Array.from({ length: together }, () => this.command()))
      if (this.random.chance(0.2)) await this.settle()
    }
  }

  private command(): Promise<void> {
    const { random } = this
    const dice = random.below(12)
    if (dice < 4) return this.add()
    if (dice < 6) return this.import()
    if (dice < 8) return this.remove()
    if (dice === 8) return this.changePassword()
    if (dice === 9) return this.rotate()
    return this.rename()
  }

  private async settle(): Promise<void> {
    await this.vault.settled()
    this.promised.noteErased(this.vault)
  }

  private newOne() {
    const name = `Name ${this.random.below(1e6)} ${this.named++}`
    // Some longer than a page of the disk, so that a cut falls inside.
    const token = `token ${name} ${'x'.repeat(this.random.pick([10, 600, 5000] as const))}`
    return { id: `cred_${ulid()}`, name, token }
  }

  private add(): Promise<void> {
    const { id, name, token } = this.newOne()
    return this.promised.send(new Map([[id, { name, token }]]), () => add(this.vault, name, token, id))
  }

  /** Several in one command, as an import commits them. */
  private import(): Promise<void> {
    const all = [this.newOne(), this.newOne(), this.newOne()]
    const change = new Map(all.map(({ id, name, token }) => [id, { name, token }]))
    const decide = async () => ({
      events: all.map(({ id, name, token }) => addedEvent(this.vault, name, token, id)),
      result: () => undefined,
    })
    return this.promised.send(change, () => this.vault.commitGroup({ actor: null, decide }))
  }

  private async rename(): Promise<void> {
    const id = this.anyLive()
    if (id === undefined) return
    const { name } = this.newOne()
    const token = this.promised.kept.get(id)?.token
    await this.promised.send(new Map([[id, { name, token }]]), () => rename(this.vault, id, name))
  }

  private async remove(): Promise<void> {
    const id = this.anyLive()
    if (id === undefined) return
    const name = this.promised.kept.get(id)?.name ?? ''
    await this.promised.send(new Map([[id, { name, token: undefined }]]), () => remove(this.vault, id))
  }

  /** One that nothing else is done to at the same time. */
  private anyLive(): string | undefined {
    const { live } = this.promised
    const id = live[this.random.below(Math.max(live.length, 1))]
    return id !== undefined && !this.promised.isAsked(id) ? id : undefined
  }

  /** Refused while another one is under way, or beside a change of the password: both are as if nothing was asked. */
  private rotate(): Promise<void> {
    const { passwords, ports, vault } = this
    const parts = { ports: { ...ports, files: ports.files.copy() }, vault, demo: false }
    return this.promised.send(new Map(), () => rotateKeys(parts, owner, passwords.now).catch(unlessRefused))
  }

  /** One switch of the header, as the slots are changed. */
  private async changePassword(): Promise<void> {
    const { passwords, ports, vault } = this
    if (passwords.next !== undefined) return
    const next = `password ${this.random.below(1e6)}`
    passwords.next = next
    await this.promised.send(new Map(), async () => {
      const { vaultKey } = await openVaultKey({ ...ports, files: ports.files.copy() }, { password: passwords.now, demo: false })
      const { vaultId, slots } = vault.headerBody
      const slot = await makePasswordSlot({ vaultId, vaultKey }, next, cheapKdf, quickDerive, 0)
      if (slotOf(slots, 'password')) await vault.changeHeader((body) => ({ slots: withSlot(body.slots, slot) }))
      passwords.now = next
      passwords.next = undefined
    })
  }
}
