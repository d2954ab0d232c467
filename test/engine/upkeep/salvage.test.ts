import { expect, test } from 'vitest'
import { openSession, type Session } from '../../../src-main/engine/session'
import { DamageReport, DamageStanding } from '../../../src-shared/contract/vault-damage'
import { FakeAnchors } from '../../fakes/anchors'
import { FakeClock } from '../../fakes/clock'
import { FakeFiles } from '../../fakes/files'
import { FakeLogger } from '../../fakes/logger'
import { ada } from '../session-fixture'
import { cheapKdf, password, quickDerive } from '../vault/vault-fixture'

function world(files = new FakeFiles(), anchors = new FakeAnchors()) {
  const clock = new FakeClock()
  const ports = {
    ...{ clock, files, anchors, logger: new FakeLogger(), derive: quickDerive, random: () => 0.5 },
    fetch: () => Promise.reject(new Error('nothing is asked here')),
    publish: () => undefined,
  }
  const options = { demo: false, endpoints: {}, firstApps: {}, kdf: cheapKdf }
  return {
    ...{ files, anchors, clock, logger: ports.logger },
    create: () => openSession(ports, options, { create: true, password }),
    unlock: () => openSession(ports, options, { create: false, password }),
  }
}

const key = (session: Session, name: string) =>
  session.useCases.connection.create(ada, {
    type: 'genericApiKey',
    fields: { placement: 'header', key: `secret-of-${name}`, origins: 'https://api.example.org', label: name },
  })
const health = (session: Session) => session.useCases.upkeep.health(ada, undefined)

/** Where the records of the first journal begin. */
function recordStarts(files: FakeFiles): number[] {
  const journal = Buffer.from(files.contents.get('journal-1') ?? [])
  const mark = Buffer.from([0x89, 0x4e, 0x43, 0x4a, 0x0d, 0x0a, 0x1a, 0x01])
  const starts: number[] = []
  for (let at = journal.indexOf(mark); at !== -1; at = journal.indexOf(mark, at + 1)) starts.push(at)
  return starts
}

async function threeSettings(jump = 0) {
  const made = world()
  made.clock.jump(jump)
  const session = await made.create()
  for (const closeToTray of [true, false, true]) await session.useCases.settings.update(ada, { closeToTray })
  await session.close()
  return made
}

test('a vault that is whole has nothing to report', async () => {
  const { unlock } = await threeSettings()
  const session = await unlock()
  expect(await health(session)).toMatchObject({ damage: null, rollback: null, anchor: { state: 'kept' } })
  await session.close()
})

test('a damaged record is reported by file, place and sequence, and the report is still there after another unlock', async () => {
  const { files, unlock } = await threeSettings()
  const starts = recordStarts(files)
  files.flip('journal-1', (starts[2] ?? 0) + 100)
  const session = await unlock()
  const { damage } = await health(session)
  expect(DamageStanding.parse(damage)).toEqual(damage)
  expect(damage).toMatchObject({
    files: [
      {
        file: 'journal-1',
        places: [
          { offset: starts[2], problem: 'does_not_open', sequence: 3 },
          { offset: starts[3], problem: 'chain_broken', sequence: 4 },
        ],
      },
    ],
    lostEvents: [{ from: 3, through: 3 }],
    acknowledgedAt: null,
  })
  await session.close()
  const again = await unlock()
  expect((await health(again)).damage).toMatchObject({ lostEvents: [{ from: 3, through: 3 }], acknowledgedAt: null })
  const events = await again.useCases.upkeep.health(ada, undefined)
  expect(events.damage?.files).toHaveLength(1)
  await again.close()
})

test('the last record is counted among the lost where it does not open', async () => {
  const { files, unlock } = await threeSettings()
  files.flip('journal-1', (recordStarts(files)[3] ?? 0) + 100)
  const session = await unlock()
  expect((await health(session)).damage?.lostEvents).toEqual([{ from: 4, through: 4 }])
  expect((await health(session)).rollback).toMatchObject({ kind: 'end_lost', expected: 4, found: 3 })
  await session.close()
})

const rearranged = (files: FakeFiles, order: readonly number[], foreign?: Uint8Array) => {
  const journal = files.contents.get('journal-1') ?? new Uint8Array()
  const starts = recordStarts(files)
  const end = journal.findLastIndex((byte) => byte !== 0) + 1
  const records = order.map((index) => journal.slice(starts[index], starts[index + 1] ?? end))
  files.contents.set('journal-1', new Uint8Array(Buffer.concat([...records, foreign ?? new Uint8Array()])))
}

test.each([
  ['repeated', [0, 1, 1, 2, 3], ['repeated']],
  ['swapped', [0, 2, 1, 3], ['chain_broken', 'out_of_order']],
  ['removed', [0, 1, 3], ['chain_broken']],
])('%s records are refused by that name', async (_, order, problems) => {
  const { files, unlock } = await threeSettings()
  rearranged(files, order)
  const session = await unlock()
  const { damage } = await health(session)
  expect(damage?.files[0]?.places.map(({ problem }) => problem)).toEqual(problems)
  await session.close()
})

test('records of another vault are refused by that name', async () => {
  const other = await threeSettings(86_400_000)
  const starts = recordStarts(other.files)
  const foreign = (other.files.contents.get('journal-1') ?? new Uint8Array()).slice(starts[2], starts[3])
  const { files, unlock } = await threeSettings()
  rearranged(files, [0, 1], foreign)
  const session = await unlock()
  expect((await health(session)).damage?.files[0]?.places).toMatchObject([{ problem: 'from_elsewhere', sequence: 3 }])
  await session.close()
})

test('one copy of the header destroyed is mended and reported', async () => {
  const { files, unlock } = await threeSettings()
  files.contents.get('header')?.fill(0x58, 0, 64)
  const session = await unlock()
  expect((await health(session)).damage?.files).toMatchObject([{ file: 'header', places: [{ problem: 'header_copy' }] }])
  await session.close()
  const again = await unlock()
  expect((await health(again)).damage?.files).toHaveLength(1)
  await again.close()
})

test('an acknowledged report goes when nothing is kept aside or lost any more, and stays while something is', async () => {
  const { files, unlock } = await threeSettings()
  files.contents.get('header')?.fill(0x58, 0, 64)
  const session = await unlock()
  expect((await session.useCases.upkeep.acknowledgeDamage(ada, undefined)).damage).toBeNull()
  await session.close()
  files.contents.set('aside-journal-0', new Uint8Array(1))
  const again = await unlock()
  expect((await health(again)).damage).toMatchObject({
    acknowledgedAt: expect.any(String),
    keptAside: ['aside-journal-0'],
  })
  await again.close()
})

test('a connection whose secret is in no file that opens says so, asks to be reconnected, and is named in the report', async () => {
  const { create, unlock, files } = world()
  const session = await create()
  const { id } = await key(session, 'Fragile')
  const gone = await key(session, 'Gone')
  await session.useCases.connection.remove(ada, { id: gone.id })
  await expect.poll(() => [...files.contents.keys()].filter((name) => name.startsWith('snapshot-')).length).toBe(2)
  await session.close()
  for (const name of files.contents.keys()) if (name.startsWith('snapshot-')) files.flip(name, 128 + 90)
  const again = await unlock()
  await again.useCases.connection.test(ada, { id }).catch(() => undefined)
  await expect.poll(async () => (await health(again)).damage?.lostSecrets).toEqual([{ record: id, name: 'Fragile' }])
  expect(await again.useCases.connection.get(ada, { id })).toMatchObject({ status: 'needs_reauth', statusReason: 'secret_lost' })
  const history = await again.useCases.connection.history(ada, { id, limit: 5 })
  expect(history.items.map(({ kind }) => kind)).toContain('secret_lost')
  await again.close()
})

test('an older copy is told until it is accepted, and then it is the vault', async () => {
  const made = world()
  const session = await made.create()
  const old = made.files.copy()
  await session.useCases.settings.update(ada, { closeToTray: true })
  await session.close()
  const copy = world(old, made.anchors)
  const first = await copy.unlock()
  expect((await health(first)).rollback).toMatchObject({ kind: 'older_copy', expected: 2, found: 1 })
  expect((await health(first)).anchor).toMatchObject({ state: 'held' })
  await first.close()
  const second = await copy.unlock()
  expect((await health(second)).rollback).toMatchObject({ expected: 2 })
  expect((await second.useCases.upkeep.acceptCopy(ada, undefined)).rollback).toBeNull()
  await second.close()
  const third = await copy.unlock()
  expect(await health(third)).toMatchObject({ rollback: null, anchor: { state: 'kept' } })
  await third.close()
})

test('what was found is an event, which says no more than its schema', async () => {
  const { files, unlock } = await threeSettings()
  files.flip('journal-1', (recordStarts(files)[2] ?? 0) + 100)
  const session = await unlock()
  const { damage } = await health(session)
  const { acknowledgedAt: _, keptAside: __, ...report } = damage ?? ({} as DamageStanding)
  expect(DamageReport.strict().parse(report)).toEqual(report)
  await session.close()
})
