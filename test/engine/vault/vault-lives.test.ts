import { expect, test } from 'vitest'
import { add, names, newVault, password, remove, rename, unlock, vaultPorts } from './vault-fixture'

test('what was committed is there after the process is gone without a word', async () => {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Acme')
  await rename(vault, id, 'Acme renamed')
  const reopened = await unlock(vaultPorts(ports.files.copy()))
  expect(names(reopened)).toEqual(['Acme renamed'])
  expect(await reopened.secret(id)).toEqual({ accessToken: 'token-of-Acme' })
})

test('a wrong password opens nothing and changes nothing', async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Acme')
  const before = ports.files.copy()
  await expect(unlock(ports, `${password}!`)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect([...ports.files.contents.keys()]).toEqual([...before.contents.keys()])
  for (const [name, bytes] of before.contents)
    expect(Buffer.compare(bytes, ports.files.contents.get(name) ?? bytes.subarray(1))).toBe(0)
})

test('a second vault is not made over the first', async () => {
  const { ports } = await newVault()
  await expect(newVault(ports)).rejects.toMatchObject({ code: 'VAULT_EXISTS' })
})

test('a removed secret is on no file once the vault has settled, and its history stays', async () => {
  const { ports, vault } = await newVault()
  const kept = await add(vault, 'Kept')
  const gone = await add(vault, 'Gone')
  await vault.settled()
  const sealedBefore = ports.files.contents.get('journal-1')?.slice()
  await remove(vault, gone)
  expect(
    vault.isBeingErased(Number(vault.store.one('SELECT removed_sequence AS s FROM connection WHERE id = ?', [gone])?.s)),
  ).toBe(true)
  await vault.settled()
  expect(
    vault.isBeingErased(Number(vault.store.one('SELECT removed_sequence AS s FROM connection WHERE id = ?', [gone])?.s)),
  ).toBe(false)
  expect(sealedBefore).toBeDefined()
  expect([...ports.files.contents.keys()].sort()).toEqual([
    ...['header', 'history-2', 'journal-2', 'journal-3', 'snapshot-2', 'snapshot-3'],
  ])
  expect(await vault.secret(gone)).toBeUndefined()
  expect(await vault.secret(kept)).toEqual({ accessToken: 'token-of-Kept' })
  const reopened = await unlock(vaultPorts(ports.files.copy()))
  expect(await reopened.secret(gone)).toBeUndefined()
  expect(await reopened.secret(kept)).toEqual({ accessToken: 'token-of-Kept' })
  const history = await reopened.history(gone, 10)
  expect(history.events.map((event) => event.kind)).toEqual(['connection.removed', 'connection.added'])
})

test('after an erasing compaction there is an earlier generation again, which rebuilds a destroyed newest snapshot', async () => {
  const { ports, vault } = await newVault()
  const kept = await add(vault, 'Kept')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  const files = ports.files.copy()
  files.contents.get('snapshot-3')?.fill(0x58)
  const rebuilt = await unlock(vaultPorts(files))
  expect(names(rebuilt)).toEqual(['Gone', 'Kept'])
  expect(await rebuilt.secret(kept)).toEqual({ accessToken: 'token-of-Kept' })
})

test('history pages run on without gap or repeat across journal and sealed segments', async () => {
  const { vault } = await newVault()
  const id = await add(vault, 'Paged')
  for (const round of [1, 2, 3]) {
    for (const step of [1, 2, 3]) await rename(vault, id, `Paged ${round}.${step}`)
    await remove(vault, await add(vault, `Extra ${round}`))
    await vault.settled()
  }
  await rename(vault, id, 'Paged last')
  const seen: number[] = []
  let before: number | undefined
  do {
    const page = await vault.history(id, 2, before)
    seen.push(...page.events.map((event) => event.sequence))
    before = page.next
  } while (before !== undefined)
  expect(seen).toHaveLength(11)
  expect([...seen].sort((a, b) => b - a)).toEqual(seen)
  expect(new Set(seen).size).toBe(11)
})

test('commits that wait for the disk go to it together', async () => {
  const { ports, vault } = await newVault()
  const before = ports.files.syncs
  await Promise.all(Array.from({ length: 50 }, (_, index) => add(vault, `Together ${index}`)))
  expect(ports.files.syncs - before).toBe(1)
  expect(names(vault)).toHaveLength(50)
})

test('after a failed sync nothing more is written, reads go on, and unlocking again mends it', async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Before')
  ports.files.failWhen = (operation) => operation === 'sync'
  await expect(add(vault, 'Failing')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  ports.files.failWhen = undefined
  await expect(add(vault, 'After')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(names(vault)).toEqual(['Before'])
  const reopened = await unlock(vaultPorts(ports.files.copy()))
  expect(names(reopened)).toContain('Before')
  await add(reopened, 'Later')
  expect(names(reopened)).toContain('Later')
})

test('a writer that another process has overtaken is refused', async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'First')
  const overtaking = await unlock(ports)
  await expect(add(vault, 'Stale')).rejects.toMatchObject({
    code: 'VAULT_READ_ONLY',
    message: expect.stringContaining('Another process'),
  })
  await add(overtaking, 'Second')
  expect(names(await unlock(vaultPorts(ports.files.copy())))).toEqual(['First', 'Second'])
})

test('a kill between the switch to a generation without a secret and the removal of the old files leaves no old file after the next unlock', async () => {
  const { ports, vault } = await newVault()
  const gone = await add(vault, 'Gone')
  const removals = ports.files.remove
  let atTheSwitch: typeof ports.files | undefined
  ports.files.remove = async (name) => {
    atTheSwitch ??= ports.files.copy()
    return removals(name)
  }
  await remove(vault, gone)
  await vault.settled()
  const killed = atTheSwitch ?? ports.files
  expect([...killed.contents.keys()]).toContain('journal-1')
  await unlock(vaultPorts(killed))
  expect([...killed.contents.keys()].sort()).toEqual(['header', 'history-2', 'journal-2', 'snapshot-2'])
})
