import { expect } from 'vitest'
import { EngineError } from '../../../../src-main/engine/error'
import type { Vault } from '../../../../src-main/engine/vault/vault'

export interface Kept {
  name: string
  /** Undefined where it was removed. */
  token: string | undefined
}

/** A command that was sent: what it makes of which connections, all of it or nothing. */
type Sent = ReadonlyMap<string, Kept>

/** What a vault has acknowledged, and what it was asked for and has not answered, or refused. */
export class Promised {
  readonly kept = new Map<string, Kept>()
  private unanswered: Sent[] = []
  /** Said to be on no file any more. */
  readonly erased = new Set<string>()

  /** Notes what is asked for before it is, and what was answered after. A refusal must be a named one. */
  async send(change: Sent, command: () => Promise<unknown>): Promise<void> {
    this.unanswered.push(change)
    try {
      await command()
    } catch (error) {
      if (!(error instanceof EngineError && error.code === 'VAULT_READ_ONLY')) throw error
      return
    }
    this.unanswered.splice(this.unanswered.indexOf(change), 1)
    for (const [id, kept] of change) this.kept.set(id, kept)
  }

  get live(): string[] {
    return [...this.kept].flatMap(([id, { token }]) => (token === undefined ? [] : [id]))
  }

  /** Whether something was asked of it that has no answer yet. */
  isAsked(id: string): boolean {
    return this.unanswered.some((change) => change.has(id))
  }

  /** Begins with what is there. */
  async adopt(vault: Vault): Promise<void> {
    for (const [id, kept] of await stateOf(vault)) this.kept.set(id, kept)
  }

  noteErased(vault: Vault): void {
    for (const { id, removed_sequence } of vault.store.all(
      "SELECT id, removed_sequence FROM connection WHERE status = 'revoked'",
    ))
      if (!vault.isBeingErased(Number(removed_sequence))) this.erased.add(String(id))
  }

  /** Exactly what was acknowledged, and of what was not each command as a whole or not at all. Builds on what was found. */
  async expectIn(vault: Vault): Promise<void> {
    const found = await stateOf(vault)
    for (const change of this.unanswered) {
      const isThere = [...change].map(([id, kept]) => isSame(found.get(id), kept))
      // A later one may have changed the same again, so it is there wholly, or no part of it is there alone.
      if (isThere.every(Boolean)) for (const [id, kept] of change) this.kept.set(id, kept)
    }
    this.unanswered = []
    // A token is long, and begins with what tells it from others.
    const sorted = (state: ReadonlyMap<string, Kept>) =>
      [...state].map(([id, { name, token }]) => `${id} ${name} ${token?.slice(0, 30)} ${token?.length}`).sort()
    expect(sorted(found)).toEqual(sorted(this.kept))
  }
}

const isSame = (a: Kept | undefined, b: Kept) => a?.name === b.name && a.token === b.token

async function stateOf(vault: Vault): Promise<Map<string, Kept>> {
  const found = new Map<string, Kept>()
  for (const { id, name } of vault.store.all('SELECT id, name FROM connection'))
    found.set(String(id), { name: String(name), token: (await vault.secret(String(id)))?.accessToken })
  return found
}
