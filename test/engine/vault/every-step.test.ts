import { describe, expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { readHeader } from '../../../src-main/engine/vault/header-file'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { FakeFiles, type Fault } from '../../fakes/files'
import { type Expected, expectKept, live, longEnough, nothing, ScriptedRun } from './scripted-run'
import { secretsOnDisk } from './secrets-on-disk'
import { add, names, newVault, unlock, vaultPorts } from './vault-fixture'

/** A disk as it was at some step, and what the vault had promised by then. */
interface Moment {
  step: string
  files: FakeFiles
  expected: Expected
}

async function record(take: (files: FakeFiles) => FakeFiles): Promise<Moment[]> {
  const files = new FakeFiles()
  const moments: Moment[] = []
  let run: ScriptedRun | undefined
  files.afterStep = ({ operation, name }) => {
    const step = `${moments.length}: ${operation} ${name}`
    moments.push({ step, files: take(files), expected: run?.expected ?? nothing })
  }
  const { vault } = await newVault(vaultPorts(files, longEnough))
  run = new ScriptedRun(vault)
  await live(run)
  expect(run.refusals).toEqual([])
  await vault.close()
  expect(files.opened).toEqual([])
  return moments
}

/** Opens what is there, or makes a vault where none was promised, and sees that it lives on. */
async function expectToLiveOn({ step, files, expected }: Moment): Promise<void> {
  const ports = vaultPorts(files, longEnough)
  const erasedThere = await secretsOnDisk(files)
  for (const id of expected.erased) expect(erasedThere.has(id), step).toBe(false)
  if ((await readHeader(files)) === undefined) {
    expect(expected.acknowledged.size, step).toBe(0)
    await (await newVault(ports)).vault.close()
    return
  }
  const vault = await unlock(ports)
  await expectKept(vault, expected, files)
  await add(vault, 'Zed')
  await vault.settled()
  const before = names(vault)
  await vault.close()
  const errors = ports.logger.lines.filter(({ level }) => level === 'error')
  expect(errors, step).toEqual([])
  const removed = [...expected.acknowledged].flatMap(([id, kept]) => (kept.removed ? [id] : []))
  const left = await secretsOnDisk(files)
  for (const id of removed) expect(left.has(id), `${step}: ${id} is erased`).toBe(false)
  const again = await unlock(vaultPorts(files, longEnough))
  expect(names(again), step).toEqual(before)
  await again.close()
  expect(files.opened, step).toEqual([])
}

test('a kill after any step, or in the middle of any write, loses nothing acknowledged', async () => {
  const moments = await record((files) => files.copy())
  expect(moments.length).toBeGreaterThan(60)
  for (const moment of moments) await expectToLiveOn(moment)
})

test('a power cut after any step, with everything lost that was not synced, loses nothing acknowledged', async () => {
  for (const moment of await record((files) => files.afterPowerCut())) await expectToLiveOn(moment)
})

async function create(files: FakeFiles): Promise<Vault | undefined> {
  try {
    return (await newVault(vaultPorts(files, longEnough))).vault
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError)
    expect(files.opened).toEqual([])
    return undefined
  }
}

/** Lives on a failing disk as far as it goes, and says what must be there afterwards. */
async function liveWith(fault: Fault): Promise<{ files: FakeFiles; expected: Expected; came: boolean }> {
  const files = new FakeFiles().fails(fault)
  const vault = await create(files)
  if (!vault) return { files, expected: nothing, came: true }
  const run = new ScriptedRun(vault)
  await live(run)
  for (const { code } of run.refusals) expect(code).toBe('VAULT_READ_ONLY')
  await expectKept(vault, { ...run.expected, pending: undefined }, files)
  await vault.close()
  expect(files.opened).toEqual([])
  return { files, expected: run.expected, came: files.steps >= fault.at }
}

describe.each([
  ['fails once', { half: false, once: true }],
  ['is cut short once', { half: true, once: true }],
  ['and all later ones fail', { half: true, once: false }],
])('when any step of the disk %s', (_, how) => {
  test('the command is refused by name, reads go on, and nothing acknowledged is lost', async () => {
    let came = true
    for (let at = 1; came; at++) {
      const lived = await liveWith({ at, ...how })
      came = lived.came
      lived.files.mend()
      const { expected } = lived
      await expectToLiveOn({ step: `${at}, power cut`, files: lived.files.afterPowerCut(), expected })
      await expectToLiveOn({ step: `${at}`, files: lived.files.copy(), expected })
    }
  })
})
