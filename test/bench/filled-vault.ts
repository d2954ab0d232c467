import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { ulid } from 'ulid'
import { createVault, type VaultPorts } from '../../src-main/engine/vault/create-vault'
import { deriveFromPassword } from '../../src-main/engine/vault/seal'
import type { DecidedEvent, Vault } from '../../src-main/engine/vault/vault'
import { nodeFiles } from '../../src-main/host/node-files'
import { systemClock } from '../../src-main/host/system-clock'

export const benchPassword = 'a password for the bench'
const person = { subject: 'bench', label: 'Bench' }

/** On a real disk. Without the KDF, which would hide everything else, unless `realKdf`. */
export function benchPorts(folder: string, options: { realKdf?: boolean } = {}): VaultPorts {
  return {
    files: nodeFiles(folder),
    clock: systemClock,
    logger: { info: () => undefined, error: (message, facts) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`) },
    derive: async (password, salt, kdf) =>
      options.realKdf
        ? deriveFromPassword(password, salt, kdf)
        : new Uint8Array(createHash('sha256').update(password).update(salt).digest()),
  }
}

/** A connection as people have them, with a secret of 1 KiB. */
function connectionEvent(vault: Vault, index: number): DecidedEvent & { id: string } {
  const id = `cred_${ulid()}`
  const label = `${words[index % words.length]} ${words[(index * 7) % words.length]} ${index}`
  return {
    id,
    secret: vault.sealSecret(id, { accessToken: `xoxb-${String(index).padStart(12, '0')}`, more: 'x'.repeat(960) }),
    body: {
      kind: 'connection.added',
      record: id,
      data: {
        type: 'slackApi',
        name: label,
        visibility: 'org',
        managed: false,
        owner: person,
        account: { id: `T${String(index).padStart(9, '0')}`, label },
        details: { teamId: `T${index}`, appId: 'A000000001', botUserId: `U${index}` },
        scopes: ['channels:read', 'channels:history', 'chat:write'],
        expiresAt: null,
        reason: 'authorized',
      },
    },
  }
}

const words =
  'Acme Birch Cedar Delta Ember Flint Grove Harbor Indigo Juniper Kestrel Lumen Maple Nimbus Orchid Pine Quartz River Sable Tundra'.split(
    ' ',
  )

/** A vault with `count` connections, compacted, open. */
export async function filledVault(folder: string, count: number, options: { realKdf?: boolean } = {}) {
  await mkdir(folder, { recursive: true })
  const ports = benchPorts(folder, options)
  const kdf = { algorithm: 'argon2id13', memoryKiB: 65536, passes: 3 } as const
  const vault = await createVault(ports, { password: benchPassword, demo: false, kdf })
  const ids: string[] = []
  for (let from = 0; from < count; from += 1000) {
    const events = Array.from({ length: Math.min(1000, count - from) }, (_, index) => connectionEvent(vault, from + index))
    ids.push(...events.map(({ id }) => id))
    await vault.commit({ actor: person, touches: [], decide: () => ({ events, result: () => undefined }) })
  }
  // Removing one compacts: what is measured then is a settled vault.
  const [last] = ids.slice(-1)
  if (last) {
    const body = { kind: 'connection.removed', record: last, data: { providerNotice: null } } as const
    await vault.commit({ actor: person, touches: [last], decide: () => ({ events: [{ body }], result: () => undefined }) })
  }
  await vault.settled()
  return { vault, ports, ids }
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
