import { expect, test } from 'vitest'
import { readHeader } from '../../../src-main/engine/vault/header-file'
import { FakeFiles } from '../../fakes/files'
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
