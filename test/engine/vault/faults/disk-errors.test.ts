import { beforeAll, describe, expect, test } from 'vitest'
import { EngineError } from '../../../../src-main/engine/error'
import { slotOf, withSlot } from '../../../../src-main/engine/vault/key-slot'
import { openVaultKey } from '../../../../src-main/engine/vault/open-vault-key'
import { makePasswordSlot } from '../../../../src-main/engine/vault/password-slot'
import type { Vault } from '../../../../src-main/engine/vault/vault'
import { errorTable } from '../../../../src-shared/contract/error'
import { FakeDiskError } from '../../../fakes/disk-error'
import { FakeFiles, type Fault } from '../../../fakes/files'
import {
  add,
  addedEvent,
  cheapKdf,
  names,
  newVault,
  password,
  quickDerive,
  remove,
  rename,
  unlock,
  vaultPorts,
} from '../vault-fixture'
import { range, tryEach } from './try-each'

type Ports = ReturnType<typeof vaultPorts>

/** What a person or the vault does; what the list is afterwards, when it was acknowledged. */
interface Kind {
  name: string
  run(vault: Vault, ports: Ports): Promise<unknown>
  after: string[]
}

const before = ['Kept', 'Other']
const firstId = (vault: Vault, name: string) => String(vault.store.one('SELECT id FROM connection WHERE name = ?', [name])?.id)
const other = 'another password'

const kinds: Kind[] = [
  { name: 'adding', run: (vault) => add(vault, 'New'), after: ['Kept', 'New', 'Other'] },
  {
    name: 'adding what is longer than the journal',
    run: (vault) => add(vault, 'New', 'x'.repeat(9000)),
    after: ['Kept', 'New', 'Other'],
  },
  { name: 'renaming', run: (vault) => rename(vault, firstId(vault, 'Other'), 'Renamed'), after: ['Kept', 'Renamed'] },
  {
    name: 'importing',
    run: (vault) => {
      const decide = async () => ({ events: ['X', 'Y', 'Z'].map((name) => addedEvent(vault, name)), result: () => undefined })
      return vault.commitGroup({ actor: null, decide })
    },
    after: [...before, 'X', 'Y', 'Z'],
  },
  {
    name: 'removing, and the compactions that follow,',
    run: async (vault) => {
      await remove(vault, firstId(vault, 'Other'))
      await vault.settled()
    },
    after: before,
  },
  {
    name: 'changing the password',
    run: async (vault, { files, ...ports }) => {
      const { vaultKey } = await openVaultKey({ ...ports, files: files.copy() }, { password, demo: false })
      const slot = await makePasswordSlot({ vaultId: vault.headerBody.vaultId, vaultKey }, other, cheapKdf, quickDerive, 0)
      expect(slotOf(vault.headerBody.slots, 'password')).toBeDefined()
      await vault.changeHeader(({ slots }) => ({ slots: withSlot(slots, slot) }))
    },
    after: before,
  },
]

const faults: [string, Omit<Fault, 'at'>][] = (['EIO', 'ENOSPC'] as const).flatMap((code) => [
  [`answers ${code} once`, { code, half: false, once: true }],
  [`answers ${code} in the middle, once`, { code, half: true, once: true }],
  [`answers ${code} from then on`, { code, half: true, once: false }],
])

let made: FakeFiles
beforeAll(async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Kept')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await add(vault, 'Other')
  await vault.close()
  made = ports.files.copy()
  // Little is preallocated, so that allocating more is among what fails.
  for (const [name, bytes] of made.contents) if (name.startsWith('journal-')) made.contents.set(name, bytes.slice(0, 4096))
})

const listed = (vault: Vault) => names(vault).filter((name) => name !== 'Gone')

/** A refusal says what to do: by its code, and in a sentence that somebody reads. */
function expectNamed(error: unknown): void {
  expect(error).toBeInstanceOf(EngineError)
  const { code, message } = error as EngineError
  expect(code).toBe('VAULT_READ_ONLY')
  expect(errorTable[code].recovery).toBe('unlock')
  expect(message).toMatch(/lock and unlock/i)
}

async function opensWithEither(files: FakeFiles): Promise<Vault> {
  const tried = await unlock(vaultPorts(files)).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'WRONG_PASSWORD' })
  })
  return tried ?? unlock(vaultPorts(files), other)
}

async function expectLeft(files: FakeFiles, possible: string[][]): Promise<void> {
  const vault = await opensWithEither(files)
  expect(possible).toContainEqual(listed(vault))
  expect(await vault.secret(firstId(vault, 'Kept'))).toEqual({ accessToken: 'token-of-Kept' })
  await add(vault, 'Lives on')
  await vault.close()
}

describe.each(faults)('when the k-th call to the disk %s', (_, fault) => {
  test.each(kinds)('$name is refused by name, reads go on, and nothing acknowledged is lost', async ({ run, after }) => {
    let came = true
    const ks = (function* () {
      for (let k = 1; came; k++) yield k
    })()
    await tryEach(ks, async (k) => {
      const files = made.copy()
      const ports = vaultPorts(files)
      const vault = await unlock(ports)
      await vault.settled()
      const at = files.steps + k
      files.fails({ ...fault, at })
      let isDone = false
      try {
        await run(vault, ports)
        isDone = true
      } catch (error) {
        expectNamed(error)
      }
      came = files.steps >= at
      const list = listed(vault)
      expect(isDone ? [after] : [before, after]).toContainEqual(list)
      expect(await vault.secret(firstId(vault, 'Kept'))).toEqual({ accessToken: 'token-of-Kept' })
      files.mend()
      if (!isDone) {
        // What the disk holds is not known by now, whatever it answers from here on.
        const late: unknown = await add(vault, 'Late').catch((error: unknown) => error)
        expectNamed(late)
      }
      const left = files.copy()
      const afterCut = files.afterPowerCut()
      await vault.close()
      expect(files.opened).toEqual([])
      for (const each of [left, afterCut]) await expectLeft(each, isDone ? [after] : [before, after])
    })
  })

  test('unlocking is refused by name, and opens as before when the disk is well again', async () => {
    let came = true
    for (let at = 1; came; at++) {
      await tryEach([at], async (k) => {
        const files = made.copy().fails({ ...fault, at: k })
        const vault = await unlock(vaultPorts(files)).catch(expectNamed)
        await vault?.settled()
        came = files.steps >= k
        files.mend()
        await vault?.close()
        expect(files.opened).toEqual([])
        await expectLeft(files, [before])
      })
    }
  })

  test('making a vault is refused by name, and leaves one that opens or none', async () => {
    let came = true
    for (let at = 1; came; at++) {
      await tryEach([at], async (k) => {
        const files = new FakeFiles().fails({ ...fault, at: k })
        const made = await newVault(vaultPorts(files)).catch(expectNamed)
        came = files.steps >= k
        files.mend()
        await made?.vault.close()
        expect(files.opened).toEqual([])
        if (files.contents.has('header')) await (await unlock(vaultPorts(files))).close()
        else await (await newVault(vaultPorts(files))).vault.close()
      })
    }
  })
})

describe('when the disk cannot be read', () => {
  test('at the k-th call of an unlock, it opens with everything or is refused by name, and no file is worse for it', async () => {
    let came = true
    for (let at = 1; came; at++) {
      await tryEach([at], async (k) => {
        const files = made.copy().fails({ at: k, of: 'reads', half: false, once: true })
        const vault = await unlock(vaultPorts(files)).catch((error: unknown) => {
          // The header is read before there is a vault to speak of: then it is the disk that is named.
          if (!(error instanceof FakeDiskError)) expect(error).toBeInstanceOf(EngineError)
        })
        came = files.reads >= k
        if (vault) {
          await vault.settled()
          expect(listed(vault)).toEqual(before)
        }
        await vault?.close()
        expect(files.opened).toEqual([])
        files.mend()
        await expectLeft(files, [before])
      })
    }
  })

  test('at the k-th call of a compaction, nothing is lost', async () => {
    await tryEach(range(1, 40), async (k) => {
      const files = made.copy()
      const vault = await unlock(vaultPorts(files))
      await vault.settled()
      files.fails({ at: files.reads + k, of: 'reads', half: false, once: true })
      await remove(vault, firstId(vault, 'Other')).catch((error: unknown) => expect(error).toBeInstanceOf(EngineError))
      await vault.settled()
      files.mend()
      await vault.close()
      await expectLeft(files, [before])
    })
  })
})
