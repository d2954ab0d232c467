import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../../../src-main/engine/settings/settings-table'
import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { deriveFromPassword } from '../../../src-main/engine/vault/seal'
import { unlockVault } from '../../../src-main/engine/vault/unlock-vault'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { EventBody } from '../../../src-main/engine/vault/vault-event'
import { defaultSettings } from '../../../src-shared/domain/default-settings'
import { FakeFiles } from '../../fakes/files'
import { goldenKeychain } from './golden-keychain'
import { names, remove, unlock, vaultPorts } from './vault-fixture'

const folder = (format: string) => join(import.meta.dirname, '../../vectors', format)

async function golden(format: string) {
  const files = new FakeFiles()
  for (const name of await readdir(folder(format)))
    files.contents.set(name, new Uint8Array(await readFile(join(folder(format), name))))
  const ports = vaultPorts(files)
  return {
    ...ports,
    derive: async (...[text, salt, kdf]: Parameters<typeof deriveFromPassword>) => deriveFromPassword(text, salt, kdf),
  }
}

test('a vault of format 1 opens whole: snapshot, journal, secrets, history', async () => {
  const ports = await golden('format-1')
  const vault = await unlockVault(ports, { password: 'golden vault, format 1', demo: false })
  expect(ports.logger.lines).toEqual([])
  expect(names(vault)).toEqual(['Journal name', 'Removed', 'Second'])
  const idOf = (name: string) => String(vault.store.one('SELECT id FROM connection WHERE name = ?', [name])?.id)
  expect(await vault.secret(idOf('Journal name'))).toEqual({ accessToken: 'token-of-First' })
  expect(await vault.secret(idOf('Second'))).toEqual({ accessToken: 'token-of-Second' })
  expect(await vault.secret(idOf('Removed'))).toBeUndefined()
  expect(vault.store.one('SELECT status FROM connection WHERE name = ?', ['Second'])).toEqual({ status: 'uninstalled' })
  expect(vault.store.all('SELECT * FROM delivery')).toHaveLength(1)
  expect(await vault.secret('app:slackApi')).toEqual({ clientSecret: 'golden client secret' })
  const history = await vault.history(idOf('Journal name'), 10)
  expect(history.events.map(({ kind }) => kind)).toEqual(['connection.renamed', 'connection.renamed', 'connection.added'])
})

const snapshots = ({ contents }: FakeFiles) => [...contents.keys()].filter((name) => name.startsWith('snapshot-'))

test('a vault of format 1 takes what was added since, and keeps it through a compaction and the next unlock', async () => {
  const ports = await golden('format-1')
  const vault = await unlock(ports, 'golden vault, format 1')
  const rowOf = ({ store }: Vault, name: string) => store.one('SELECT * FROM connection WHERE name = ?', [name]) ?? {}
  const id = String(rowOf(vault, 'Journal name').id)
  const write = (body: EventBody): Promise<void> =>
    vault.commit({ actor: null, touches: [body.record], decide: () => ({ events: [{ body }], result: () => undefined }) })
  const expiresAt = '2027-01-01T00:00:00.000Z'
  const app = { clientId: 'client', redirectUri: null, signsEvents: false, settings: { appId: '7' } }
  await write({ kind: 'provider_app.set', record: 'app:githubApi', data: app })
  await write({ kind: 'connection.refreshed', record: id, data: { expiresAt, scopes: ['read'], complete: true } })
  await write({ kind: 'connection.used', record: id, data: {} })
  await write({ kind: 'connection.refresh_started', record: id, data: { fingerprint: 'of a token' } })
  const before = rowOf(vault, 'Journal name')
  expect(before).toMatchObject({ refresh_intent: 'of a token', expires_at: Date.parse(expiresAt), scopes: 'read' })

  // Erasing a secret compacts.
  const older = snapshots(ports.files)
  await remove(vault, String(rowOf(vault, 'Second').id))
  await vault.settled()
  await vault.close()
  expect(snapshots(ports.files)).not.toEqual(older)

  const again = await unlock(ports, 'golden vault, format 1')
  expect(ports.logger.lines).toEqual([])
  expect(rowOf(again, 'Journal name')).toEqual(before)
  expect(again.store.one("SELECT settings FROM provider_app WHERE type = 'githubApi'")).toEqual({ settings: '{"appId":"7"}' })
  expect(await again.secret(id)).toEqual({ accessToken: 'token-of-First' })
  const { events } = await again.history(id, 3)
  expect(events.map(({ kind }) => kind)).toEqual(['connection.refresh_started', 'connection.used', 'connection.refreshed'])
})

test.each([
  ['password', { password: 'golden vault, three slots' }],
  ['recovery code', { recoveryCode: 'BA9W-VRRB-JNER-72TV-3E9K-K23A-TT8Z' }],
  ['device', { device: true }],
] as const)('a vault of format 1 with three slots opens by its %s, with its settings', async (_, how) => {
  const ports = { ...(await golden('format-1-slots')), keychain: goldenKeychain }
  const vault = await unlockVault(ports, { ...how, demo: false })
  expect(ports.logger.lines).toEqual([])
  expect(vault.headerBody.slots.map(({ kind }) => kind)).toEqual(['password', 'recovery', 'device'])
  expect(names(vault)).toEqual(['Journal name', 'Removed'])
  const first = vault.store.one('SELECT id FROM connection WHERE name = ?', ['Journal name'])
  expect(await vault.secret(String(first?.id))).toEqual({ accessToken: 'token-of-First' })
  const defaults = defaultSettings({ kind: 'serve', demo: false })
  expect(readSettings(vault, defaults)).toEqual({ ...defaults, autoLockMinutes: 5, closeToTray: true })
  const { events } = await vault.history('vault', 9)
  expect(events.map(({ kind }) => kind)).toEqual(['vault.slot_changed', 'settings.changed', 'vault.created'])
  expect(vault.headerBody.compactedAt).toBe('2026-11-21T09:00:00.000Z')
})

test('a vault from before there were recipes takes one with a grant, and keeps both through a compaction and the next unlock', async () => {
  const how = 'golden vault, three slots'
  const ports = await golden('format-1-slots')
  const vault = await unlock(ports, how)
  const [record, connectionId] = [`recipe_${'0'.repeat(26)}`, String(vault.store.one('SELECT id FROM connection')?.id)]
  const write = (body: EventBody, secret?: object): Promise<void> => {
    const sealed = secret === undefined ? {} : { secret: vault.sealSecret(body.record, secret) }
    const decide = () => ({ events: [{ body, ...sealed }], result: () => undefined })
    return vault.commit({ actor: { subject: 'ada', label: 'Ada' }, touches: [body.record], decide })
  }
  const nodes = [{ id: 'post', kind: 'slack.action' as const, name: 'Post', params: {} }]
  await write({ kind: 'signer.made', record: 'signer:ada', data: { publicKey: 'key' } }, { seed: 'seed' })
  const document = { format: 1 as const, name: 'Old', nodes, edges: [] }
  await write({ kind: 'recipe.imported', record, data: { document, hooks: {} } })
  const at = '2026-11-21T09:00:00.000Z'
  const person = { subject: 'ada', label: 'Ada' }
  const receipt = { payload: '{}', signature: 'signature', publicKey: 'key' }
  const grant = { id: 'grant_1', nodeName: 'Post', act: 'act', owner: person, at, expiresAt: null, ...receipt }
  await write({ kind: 'recipe.bound', record, data: { nodeId: 'post', connectionId, grant } })
  const tables = ['recipe', 'recipe_use', 'grant_given', 'signer']
  const rows = ({ store }: Vault) => tables.map((table) => store.all(`SELECT * FROM ${table}`))
  const before = rows(vault)
  expect(before.map(({ length }) => length)).toEqual([1, 1, 1, 1])

  const older = snapshots(ports.files)
  await remove(vault, connectionId)
  await vault.settled()
  await vault.close()
  expect(snapshots(ports.files)).not.toEqual(older)
  const again = await unlock(ports, how)
  expect(ports.logger.lines).toEqual([])
  expect(rows(again)).toEqual(before)
  expect(await again.secret('signer:ada')).toEqual({ seed: 'seed' })
  const { events } = await again.history(record, 9)
  expect(events.map(({ kind }) => kind)).toEqual(['recipe.bound', 'recipe.imported'])
})

test.each([
  ['as it is', []],
  ['without its newest snapshot', ['snapshot-5']],
])(
  'a vault of snapshot format 2, %s, opens whole: keys rotated, records purged, a group, recipes, history in pages',
  async (_, lost) => {
    const ports = await golden('snapshot-2')
    for (const name of lost) expect(ports.files.contents.delete(name)).toBe(true)
    const vault = await unlockVault(ports, { password: 'golden vault, snapshot format 2', demo: false })
    expect(names(vault)).toEqual(['Group one', 'Group two', 'Removed', 'Renamed in the journal'])
    const idOf = (n: number) => `cred_01M900000000000000000000${String(n).padStart(2, '0')}`
    expect(await vault.secret(idOf(1))).toEqual({ accessToken: 'token-of-Snapshot' })
    expect(await vault.secret(idOf(5))).toEqual({ accessToken: 'token-of-Group two' })
    for (const gone of [2, 3]) expect(await vault.secret(idOf(gone))).toBeUndefined()
    expect(await vault.secret('signer:ada')).toEqual({ seed: 'seed of Ada' })
    expect(vault.store.all('SELECT id FROM grant_given')).toEqual([{ id: 'grant_1' }])
    expect(vault.search.find(['renamed'], anything, { from: undefined, limit: 9 }).total).toBe(1)
    expect(vault.upkeep.kekVersion).toBe(2)
    const { events } = await vault.history('vault', 9)
    expect(events.map(({ kind }) => kind)).toEqual(['vault.keys_rotated', 'vault.keys_rotated', 'vault.created'])
    expect((await vault.history(idOf(3), 9)).events.map(({ kind }) => kind)).toEqual([
      ...['connection.purged', 'connection.removed', 'connection.added'],
    ])
    expect(ports.logger.lines.length).toBe(lost.length)
  },
)

const anything = { type: () => true, status: () => true, owner: () => true }

test('its password derivation is the real one, not that of the tests', async () => {
  const ports = await golden('format-1')
  await expect(unlock(ports, 'golden vault, format 1')).resolves.toBeDefined()
  await expect(unlock(vaultPorts(ports.files), 'golden vault, format 1')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
})

test('a journal under another key opens nothing', async () => {
  const { files } = await golden('format-1')
  const journal = files.contents.get('journal-2') ?? new Uint8Array()
  const scan = scanJournal(journal, { key: new Uint8Array(32), vaultId: 'vault', sequence: 0, hash: new Uint8Array(32) })
  expect(scan.entries).toEqual([])
  expect(scan.damage.length).toBeGreaterThan(0)
})
