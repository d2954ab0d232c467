import { ulid } from 'ulid'
import { expect } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { FakeFiles } from '../../fakes/files'
import { add, remove, rename } from './vault-fixture'

/** Makes a journal that compacts, with the ports of these tests. */
export const longEnough = 64 * 1024

interface Kept {
  name: string
  removed: boolean
}
type Model = ReadonlyMap<string, Kept>

/** What was acknowledged, and what that would be with the one command that was not. */
export interface Expected {
  acknowledged: Model
  pending: Model | undefined
  /** Removed, and every file that had the secret is gone: as of the last time the vault had settled. */
  erased: ReadonlySet<string>
}

export const nothing: Expected = { acknowledged: new Map(), pending: undefined, erased: new Set() }

/** Commands one after the other, with account kept of what each was answered. A refusal must be a named one. */
export class ScriptedRun {
  expected: Expected = nothing
  refusals: EngineError[] = []

  constructor(readonly vault: Vault) {}

  async add(name: string, token?: string): Promise<string> {
    const id = `cred_${ulid()}`
    await this.send(id, { name, removed: false }, () => add(this.vault, name, token, id))
    return id
  }

  rename = (id: string, name: string) => this.send(id, { name, removed: false }, () => rename(this.vault, id, name))

  async remove(id: string): Promise<void> {
    const name = this.expected.acknowledged.get(id)?.name ?? ''
    await this.send(id, { name, removed: true }, () => remove(this.vault, id))
  }

  async settle(): Promise<void> {
    await this.vault.settled()
    const gone = [...this.expected.acknowledged].filter(([id, kept]) => kept.removed && !this.isBeingErased(id))
    this.expected = { ...this.expected, erased: new Set(gone.map(([id]) => id)) }
  }

  private isBeingErased(id: string): boolean {
    const row = this.vault.store.one('SELECT removed_sequence FROM connection WHERE id = ?', [id])
    return this.vault.isBeingErased(Number(row?.removed_sequence))
  }

  private async send(id: string, kept: Kept, command: () => Promise<unknown>): Promise<void> {
    const { acknowledged } = this.expected
    const done = new Map(acknowledged).set(id, kept)
    this.expected = { ...this.expected, pending: this.expected.pending ?? done }
    try {
      await command()
      this.expected = { ...this.expected, acknowledged: done, pending: undefined }
    } catch (error) {
      // Nothing is written after the first refusal, so that one alone may be found there later.
      if (!(error instanceof EngineError)) throw error
      this.refusals.push(error)
    }
  }
}

/** A long enough life: two erasing compactions, and one because the journal has grown. */
export async function live(run: ScriptedRun): Promise<void> {
  const first = await run.add('First')
  const second = await run.add('Second')
  await run.rename(first, 'First renamed')
  await run.remove(second)
  await run.settle()
  const third = await run.add('Third')
  await run.rename(third, 'Third renamed')
  await run.remove(first)
  await run.settle()
  await run.add('Long', 'x'.repeat(longEnough))
  await run.add('While it compacts')
  await run.settle()
  await run.add('Last')
}

const modelOf = (vault: Vault): Model =>
  new Map(
    vault.store
      .all('SELECT id, name, status FROM connection')
      .map(({ id, name, status }) => [String(id), { name: String(name), removed: status === 'revoked' }]),
  )

const sorted = (model: Model) => [...model].sort(([a], [b]) => (a < b ? -1 : 1))

/** Exactly what was acknowledged, or that and the one command that was not. */
export async function expectKept(vault: Vault, { acknowledged, pending }: Expected, files: FakeFiles): Promise<void> {
  const found = sorted(modelOf(vault))
  const wanted = sorted(acknowledged)
  const also = pending && sorted(pending)
  if (also && JSON.stringify(found) === JSON.stringify(also)) expect(found).toEqual(also)
  else expect(found).toEqual(wanted)
  for (const [id, { removed }] of found) {
    const secret = await vault.secret(id)
    if (removed) expect(secret).toBeUndefined()
    else expect(secret?.accessToken).toBeDefined()
  }
  expect([...files.contents.keys()]).toContain('header')
}
