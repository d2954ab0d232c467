import { expect, test } from 'vitest'
import { rehearse } from '../../../src-main/engine/upkeep/rehearsal'
import { DRILL_FOLDER, type Rehearse, RestoreDrill } from '../../../src-main/engine/upkeep/restore-drill'
import { deferred } from '../../fakes/deferred'
import { FakeDiskError } from '../../fakes/disk-error'
import type { FakeFiles } from '../../fakes/files'
import { ada } from '../session-fixture'
import { add, newVault, password, remove, rename, unlock, type vaultPorts } from '../vault/vault-fixture'

/** A vault with two connections, a removed one, a snapshot, history, and a journal that goes on. */
async function lived() {
  const { ports, vault } = await newVault()
  const first = await add(vault, 'First')
  await rename(vault, first, 'First renamed', 'First')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await add(vault, 'Second')
  return { ports, vault, drill: (rehearseWith?: Rehearse) => drillOf(ports, vault, rehearseWith) }
}

const drillOf = (ports: ReturnType<typeof vaultPorts>, vault: Awaited<ReturnType<typeof unlock>>, rehearseWith?: Rehearse) =>
  new RestoreDrill({ ports: { ...ports, rehearse: rehearseWith }, vault, demo: false })

/** What happens to the copy before it is opened. */
const after =
  (ports: ReturnType<typeof vaultPorts>, happens: (copy: FakeFiles) => void): Rehearse =>
  (how) => {
    const files = ports.files.scratches.get(DRILL_FOLDER)
    if (!files) throw new Error('there is no copy')
    happens(files)
    return rehearse({ ...ports, files }, how)
  }

test('a whole vault is restored from its files and its password: every event, secret and connection of it', async () => {
  const { ports, vault, drill } = await lived()
  const before = ports.files.copy()
  const report = await drill().run(ada.actor, password)
  expect(report).toMatchObject({ result: 'success', problems: [], connections: 2, secrets: 2, secretsOpened: 2, events: 6 })
  expect(report.files).toBe(before.contents.size)
  expect(report.bytes).toBe([...before.contents.values()].reduce((sum, { length }) => sum + length, 0))
  expect(ports.files.scratches.size).toBe(0)
  // The vault itself is as it was, but for the report: same header, same epoch, and it goes on writing.
  expect(Buffer.from(ports.files.contents.get('header') ?? []).equals(before.contents.get('header') ?? new Uint8Array())).toBe(
    true,
  )
  await add(vault, 'After')
  await vault.close()
  const again = await unlock(ports)
  expect((await again.history('vault', 9)).events[0]).toMatchObject({
    kind: 'vault.drilled',
    actor: { subject: 'ada' },
    data: report,
  })
  expect(JSON.parse(String(again.store.one('SELECT report FROM last_drill')?.report))).toEqual(report)
})

test('a wrong password is told as one, and leaves neither a copy nor a report', async () => {
  const { ports, vault, drill } = await lived()
  await expect(drill().run(ada.actor, 'not it')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(ports.files.scratches.size).toBe(0)
  expect(vault.store.one('SELECT report FROM last_drill')).toBeUndefined()
})

test('a flipped bit in any part of a copy is reported, and the vault goes on', async () => {
  const { ports, vault, drill } = await lived()
  for (const name of ports.files.contents.keys()) {
    const length = name.startsWith('journal') ? vault.journalBytes : (ports.files.contents.get(name)?.length ?? 0)
    for (const part of [0.05, 0.3, 0.6, 0.97]) {
      const offset = Math.floor(length * part)
      const report = await drill(after(ports, (copy) => copy.flip(name, offset))).run(ada.actor, password)
      expect(report, `${name} at ${offset}`).toMatchObject({ result: 'failure' })
      expect(report.problems.length, `${name} at ${offset}`).toBeGreaterThan(0)
    }
  }
  await add(vault, 'After')
})

test('a copy that lost its last record, or is of an earlier day, is not the vault', async () => {
  const { ports, vault, drill } = await lived()
  const earlier = ports.files.copy()
  await add(vault, 'Later')
  const old = after(ports, (copy) => {
    for (const [name, bytes] of earlier.contents) copy.contents.set(name, bytes)
  })
  const report = await drill(old).run(ada.actor, password)
  expect(report).toMatchObject({ result: 'failure', problems: [expect.stringContaining('last event')] })
})

test('commands go on beside a drill, which sees the vault as it was at one moment', async () => {
  const { ports, vault, drill } = await lived()
  const read = deferred()
  const goOn = deferred()
  const slow: Rehearse = async (how, signal) => {
    read.resolve()
    await goOn.promise
    return after(ports, () => undefined)(how, signal)
  }
  const running = drill(slow).run(ada.actor, password)
  await read.promise
  const gone = await add(vault, 'Added and removed')
  await remove(vault, gone)
  goOn.resolve()
  expect(await running).toMatchObject({ result: 'success', connections: 2, secretsOpened: 2 })
  expect(await vault.secret(gone)).toBeUndefined()
})

test('what was removed counts as being erased for as long as the copy of a drill still has it', async () => {
  const { ports, vault, drill } = await lived()
  const secret = await add(vault, 'In the copy')
  const read = deferred()
  const goOn = deferred()
  const running = drill(async (how, signal) => {
    read.resolve()
    await goOn.promise
    return after(ports, () => undefined)(how, signal)
  }).run(ada.actor, password)
  await read.promise
  const erased: boolean[] = []
  vault.onErased = () => erased.push(ports.files.scratches.size === 0)
  await remove(vault, secret)
  await vault.settled()
  expect(erased).toEqual([])
  goOn.resolve()
  await running
  await vault.settled()
  expect(erased).toEqual([true])
})

test('a disk without room for the copy is told of as that, and the vault goes on', async () => {
  const { ports, vault, drill } = await lived()
  const scratch = ports.files.scratch.bind(ports.files)
  ports.files.scratch = async (name) => {
    const files = await scratch(name)
    files.open = () => Promise.reject(new FakeDiskError('ENOSPC', 'open', name))
    return files
  }
  await expect(drill().run(ada.actor, password)).rejects.toMatchObject({
    code: 'VAULT_READ_ONLY',
    message: expect.stringContaining('copy'),
  })
  expect(ports.files.scratches.size).toBe(0)
  await add(vault, 'After')
})

test('a drill that is ended while it copies opens nothing', async () => {
  const { ports, vault, drill } = await lived()
  let opened = 0
  const one = drill((how) => {
    opened += 1
    return after(ports, () => undefined)(how, new AbortController().signal)
  })
  const copyTo = vault.copyTo.bind(vault)
  let ended: Promise<void> | undefined
  vault.copyTo = async (...to) => {
    const moment = await copyTo(...to)
    ended = one.close()
    return moment
  }
  await expect(one.run(ada.actor, password)).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  await ended
  expect(opened).toBe(0)
})

test('of drills asked for at once, one runs at a time', async () => {
  const { ports, drill } = await lived()
  let atOnce = 0
  const counting: Rehearse = async (how, signal) => {
    atOnce += 1
    expect(atOnce).toBe(1)
    const result = await after(ports, () => undefined)(how, signal)
    atOnce -= 1
    return result
  }
  const one = drill(counting)
  const reports = await Promise.all([1, 2, 3].map(() => one.run(ada.actor, password)))
  expect(reports.map(({ result }) => result)).toEqual(['success', 'success', 'success'])
})

test('locking ends a drill and takes its copy away', async () => {
  const { ports, drill } = await lived()
  const begun = deferred()
  const one = drill(
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        begun.resolve()
      }),
  )
  const running = one.run(ada.actor, password)
  await begun.promise
  await Promise.all([expect(running).rejects.toMatchObject({ code: 'VAULT_LOCKED' }), one.close()])
  expect(ports.files.scratches.size).toBe(0)
})
