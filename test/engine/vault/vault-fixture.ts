import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import type { KdfSettings } from '../../../src-main/engine/vault/kdf-settings'
import type { DeriveKey } from '../../../src-main/engine/vault/password-slot'
import { unlockVault } from '../../../src-main/engine/vault/unlock-vault'
import type { DecidedEvent, Vault } from '../../../src-main/engine/vault/vault'
import { FakeClock } from '../../fakes/clock'
import { FakeFiles } from '../../fakes/files'
import { FakeLogger } from '../../fakes/logger'

/** The cheapest settings that are in bounds: what is tested here is not the cost. */
export const cheapKdf: KdfSettings = { algorithm: 'argon2id13', memoryKiB: 19 * 1024, passes: 1 }
export const password = 'correct horse battery'
/** Stands in for Argon2id, which is a port for its cost; `seal.test.ts` has the real one. */
export const quickDerive: DeriveKey = async (text, salt, settings) =>
  new Uint8Array(createHash('sha256').update(text).update(salt).update(JSON.stringify(settings)).digest())

export const vaultPorts = (files: FakeFiles = new FakeFiles(), compactFrom?: number) => ({
  files,
  clock: new FakeClock(),
  logger: new FakeLogger(),
  derive: quickDerive,
  compactFrom,
})

export const newVault = async (ports = vaultPorts()) => ({
  ports,
  vault: await createVault(ports, { password, demo: false, kdf: cheapKdf }),
})

export const unlock = (ports: ReturnType<typeof vaultPorts>, text = password) =>
  unlockVault(ports, { password: text, demo: false })

const ada = { subject: 'ada', label: 'Ada' }

/** What adds a connection with a secret. */
export const addedEvent = (vault: Vault, name: string, token = `token-of-${name}`, id = `cred_${ulid()}`): DecidedEvent => ({
  body: {
    kind: 'connection.added',
    record: id,
    data: {
      type: 'slackApi',
      name,
      visibility: 'org',
      managed: false,
      owner: ada,
      account: { id: `T-${name}`, label: name },
      details: { teamId: `T-${name}` },
      scopes: ['chat:write'],
      expiresAt: null,
      reason: 'authorized',
    },
  },
  secret: vault.sealSecret(id, { accessToken: token }),
})

/** Adds a connection with a secret; resolves with its id once it is durable. */
export function add(vault: Vault, name: string, token = `token-of-${name}`, id = `cred_${ulid()}`): Promise<string> {
  const event = addedEvent(vault, name, token, id)
  return vault.commit({ actor: ada, touches: [id], decide: () => ({ events: [event], result: () => id }) })
}

export const rename = (vault: Vault, id: string, name: string, nameBefore = ''): Promise<void> =>
  vault.commit({
    actor: ada,
    touches: [id],
    decide: () => ({
      events: [{ body: { kind: 'connection.renamed', record: id, data: { name, nameBefore } } }],
      result: () => undefined,
    }),
  })

export const remove = (vault: Vault, id: string): Promise<void> =>
  vault.commit({
    actor: ada,
    touches: [id],
    decide: () => ({
      events: [{ body: { kind: 'connection.removed', record: id, data: { providerNotice: null } } }],
      result: () => undefined,
    }),
  })

export const names = (vault: Vault): string[] =>
  vault.store.all('SELECT name FROM connection ORDER BY name').map((row) => String(row.name))
