import { mkdir } from 'node:fs/promises'
import { createVault, type VaultPorts } from '../../src-main/engine/vault/create-vault'
import { deriveFromPassword } from '../../src-main/engine/vault/seal'
import type { DecidedEvent, Vault } from '../../src-main/engine/vault/vault'
import { nodeFiles } from '../../src-main/host/node-files'
import { systemClock } from '../../src-main/host/system-clock'
import { type Entry, entry } from './entry'

export const benchPassword = 'a password for the bench'
const person = { subject: 'bench', label: 'Bench' }

/**
 * On a real disk. A key is derived once for each password and salt, which would hide everything else: what follows is measured
 * without it. What `unlock_vs_kdf` says has it in.
 */
export function benchPorts(folder: string): VaultPorts {
  return {
    files: nodeFiles(folder),
    clock: systemClock,
    logger: { info: () => undefined, error: (message, facts) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`) },
    derive: async (password, salt, kdf) => {
      const asked = `${Buffer.from(salt).toString('hex')} ${JSON.stringify(kdf)} ${password}`
      const key = derived.get(asked) ?? deriveFromPassword(password, salt, kdf)
      derived.set(asked, key)
      // A copy, for whoever asked erases it.
      return new Uint8Array(key)
    },
  }
}

const derived = new Map<string, Uint8Array>()

/** Connections as people have them, made from `from` on. */
export const entries = (from: number, count: number): Entry[] => Array.from({ length: count }, (_, index) => entry(from + index))

function connectionEvent(vault: Vault, { id, type: _, addedAt: __, secret, ...facts }: Entry): DecidedEvent {
  return {
    secret: vault.sealSecret(id, secret),
    body: {
      kind: 'connection.added',
      record: id,
      data: { ...facts, type: 'slackApi', visibility: 'org', managed: false, expiresAt: null, reason: 'authorized' },
    },
  }
}

/** Adds them all in one command. Their ids, in order. */
export async function addConnections(vault: Vault, added: readonly Entry[]): Promise<string[]> {
  const events = added.map((each) => connectionEvent(vault, each))
  await vault.commit({ actor: person, touches: [], decide: () => ({ events, result: () => undefined }) })
  return added.map(({ id }) => id)
}

/** A new vault with `count` live connections, compacted, open. */
export async function filledVault(folder: string, count: number) {
  await mkdir(folder, { recursive: true })
  const kdf = { algorithm: 'argon2id13', memoryKiB: 65536, passes: 3 } as const
  const vault = await createVault(benchPorts(folder), { password: benchPassword, demo: false, kdf })
  const ids: string[] = []
  for (let from = 0; from < count; from += 1000)
    ids.push(...(await addConnections(vault, entries(from, Math.min(1000, count - from)))))
  // Removing one compacts: what is measured then is a settled vault.
  const [spare = ''] = await addConnections(vault, entries(count, 1))
  const body = { kind: 'connection.removed', record: spare, data: { providerNotice: null } } as const
  await vault.commit({ actor: person, touches: [spare], decide: () => ({ events: [{ body }], result: () => undefined }) })
  await vault.settled()
  return { vault, ids }
}

export const renameOne = (vault: Vault, id: string, name: string): Promise<void> =>
  vault.commit({
    actor: person,
    touches: [id],
    decide: () => ({
      events: [{ body: { kind: 'connection.renamed', record: id, data: { name, nameBefore: 'before' } } }],
      result: () => undefined,
    }),
  })
