import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { deriveFromPassword } from '../../../src-main/engine/vault/seal'
import { unlockVault } from '../../../src-main/engine/vault/unlock-vault'
import { FakeFiles } from '../../fakes/files'
import { names, unlock, vaultPorts } from './vault-fixture'

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
