import { describe, expect, test } from 'vitest'
import { rotateKeys } from '../../../src-main/engine/key-slots/rotate-keys'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { Actor } from '../../../src-shared/domain/actor'
import { Subject } from '../../../src-shared/domain/identifiers'
import { FakeFiles } from '../../fakes/files'
import { kekVersions } from './kek-versions'
import { add, names, newVault, password, remove, unlock, vaultPorts } from './vault-fixture'

const owner: Actor = { subject: Subject.parse('ada'), label: 'Ada', org: 'org', owner: true }
type Ports = ReturnType<typeof vaultPorts>

const rotate = (ports: Ports, vault: Vault, text = password) => rotateKeys({ ports, vault, demo: false }, owner, text)
const secretOf = (name: string) => ({ accessToken: `token-of-${name}` })

async function expectSecrets(vault: Vault, secrets: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, name] of secrets) expect(await vault.secret(id), name).toEqual(secretOf(name))
}

const rotations = async (vault: Vault) => {
  const { events } = await vault.history('vault', 20)
  return events.flatMap((event) => (event.kind === 'vault.keys_rotated' ? [event.data] : [])).reverse()
}

describe('a rotation', () => {
  test('leaves no data key under the old version in any file, nor the old key in the header, and every secret readable', async () => {
    const { ports, vault } = await newVault(vaultPorts(new FakeFiles(), 1024))
    const secrets = new Map<string, string>()
    for (const name of ['Ada', 'Bob', 'Cid']) secrets.set(await add(vault, name), name)
    await vault.settled()
    secrets.set(await add(vault, 'Dan'), 'Dan')
    await rotate(ports, vault)
    expect(vault.upkeep.kekVersion).toBe(2)
    secrets.set(await add(vault, 'Eve'), 'Eve')
    await expectSecrets(vault, secrets)
    await vault.settled()
    expect(await kekVersions(ports.files)).toEqual({ wrapping: [2], inHeader: [2] })
    expect(await rotations(vault)).toEqual([
      { version: 2, change: 'started' },
      { version: 2, change: 'finished' },
    ])
    await expectSecrets(vault, secrets)
    await rotate(ports, vault)
    await vault.settled()
    expect(await kekVersions(ports.files)).toEqual({ wrapping: [3], inHeader: [3] })
    await vault.close()
    const again = await unlock(ports)
    await expectSecrets(again, secrets)
    await again.close()
  })

  test('keeps a generation before the newest, without the old version too', async () => {
    const { ports, vault } = await newVault()
    await add(vault, 'Ada')
    await rotate(ports, vault)
    await vault.settled()
    const snapshots = [...ports.files.contents.keys()].filter((name) => name.startsWith('snapshot-'))
    expect(snapshots).toHaveLength(2)
    expect((await kekVersions(ports.files)).wrapping).toEqual([2])
    await vault.close()
  })

  test('goes on after a kill at any step of it, and every secret opens at each', async () => {
    const files = new FakeFiles()
    const { ports, vault } = await newVault(vaultPorts(files))
    const secrets = new Map<string, string>()
    for (const name of ['Ada', 'Bob', 'Cid']) secrets.set(await add(vault, name), name)
    const gone = await add(vault, 'Gone')
    await remove(vault, gone)
    await vault.settled()
    secrets.set(await add(vault, 'Dan'), 'Dan')
    const moments: { step: string; files: FakeFiles }[] = []
    files.afterStep = ({ operation, name }) => {
      moments.push({ step: `${moments.length}: ${operation} ${name}`, files: files.copy() })
      if (files.steps % 4 > 0) return
      moments.push({ step: `${moments.length}: power cut after ${operation} ${name}`, files: files.afterPowerCut() })
    }
    await rotate(ports, vault)
    const late = await add(vault, 'Late')
    await vault.settled()
    files.afterStep = undefined
    await vault.close()
    const reached = new Set<number>()
    for (const { step, files: left } of moments) {
      const later = await unlock(vaultPorts(left))
      await expectSecrets(later, secrets)
      if (names(later).includes('Late')) expect(await later.secret(late), step).toEqual(secretOf('Late'))
      await later.settled()
      const { wrapping, inHeader } = await kekVersions(left)
      expect(inHeader, step).toHaveLength(1)
      expect(wrapping, step).toEqual(inHeader)
      reached.add(inHeader[0] ?? 0)
      await expectSecrets(later, secrets)
      await later.close()
    }
    expect(reached).toEqual(new Set([1, 2]))
  })

  test('goes on after the lock, and with the next commit after a disk that was full', async () => {
    const { ports, vault } = await newVault()
    const id = await add(vault, 'Ada')
    ports.files.failWhen = (_, name) => name.startsWith('snapshot-')
    await rotate(ports, vault)
    await vault.settled()
    expect((await kekVersions(ports.files)).inHeader).toEqual([1, 2])
    expect(await vault.secret(id)).toEqual(secretOf('Ada'))
    ports.files.failWhen = undefined
    await vault.close()
    const again = await unlock(ports)
    await again.settled()
    expect(await kekVersions(ports.files)).toEqual({ wrapping: [2], inHeader: [2] })
    expect(await rotations(again)).toEqual([
      { version: 2, change: 'started' },
      { version: 2, change: 'finished' },
    ])
    await again.close()
  })

  test('is refused while one is under way, also where two are asked for at once', async () => {
    const { ports, vault } = await newVault()
    const id = await add(vault, 'Ada')
    ports.files.failWhen = (_, name) => name.startsWith('snapshot-')
    const outcomes = await Promise.allSettled([rotate(ports, vault), rotate(ports, vault)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(rotate(ports, vault)).rejects.toMatchObject({ code: 'ROTATION_UNDER_WAY' })
    expect((await kekVersions(ports.files)).inHeader).toEqual([1, 2])
    expect(await rotations(vault)).toEqual([{ version: 2, change: 'started' }])
    expect(await vault.secret(id)).toEqual(secretOf('Ada'))
    await vault.close()
  })

  test('that begins while a generation is being written is finished by the next one', async () => {
    const { ports, vault } = await newVault(vaultPorts(new FakeFiles(), 1024))
    const secrets = new Map<string, string>()
    let begun: Promise<void> | undefined
    ports.files.afterStep = ({ operation, name }) => {
      if (operation === 'create' && name.startsWith('snapshot-')) begun ??= rotate(ports, vault)
    }
    for (const name of ['Ada', 'Bob', 'Cid', 'Dan']) secrets.set(await add(vault, name), name)
    await vault.settled()
    await begun
    await vault.settled()
    expect(begun).toBeDefined()
    expect(await kekVersions(ports.files)).toEqual({ wrapping: [2], inHeader: [2] })
    await expectSecrets(vault, secrets)
    await vault.close()
  })

  test('wraps anew what was sealed before it and committed after it', async () => {
    const { ports, vault } = await newVault()
    const id = await add(vault, 'Ada')
    const secret = vault.sealSecret(id, secretOf('Bob'))
    await rotate(ports, vault)
    const data = { expiresAt: null, scopes: null, complete: true }
    await vault.commit({
      actor: null,
      touches: [id],
      decide: () => ({ events: [{ body: { kind: 'connection.refreshed', record: id, data }, secret }], result: () => undefined }),
    })
    await vault.settled()
    expect(await kekVersions(ports.files)).toEqual({ wrapping: [2], inHeader: [2] })
    expect(await vault.secret(id)).toEqual(secretOf('Bob'))
    await vault.close()
  })

  test('is refused without the password, and changes nothing then', async () => {
    const { ports, vault } = await newVault()
    const { steps } = ports.files
    await expect(rotate(ports, vault, 'not the password')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    expect(ports.files.steps).toBe(steps)
    await vault.close()
  })
})
