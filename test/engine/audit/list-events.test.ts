import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { ada } from '../session-fixture'
import { add, newVault, remove, rename } from '../vault/vault-fixture'
import { type Audit, auditOf, commit, connectionAdded, exportAll, listAll } from './audit-fixture'

async function filled(count = 300) {
  const { vault, ports } = await newVault()
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    ids.push(await add(vault, `Café ${i}`))
    ports.clock.advance(60_000)
  }
  await remove(vault, ids.pop() ?? '')
  await vault.settled()
  await commit(vault, { kind: 'settings.changed', record: 'vault', data: { closeToTray: true } }, { subject: 'bo', label: 'Bo' })
  await rename(vault, ids[0] ?? '', 'Newest', 'Café 0')
  return { vault, ports, ids, audit: auditOf(vault, ports) }
}

const sequences = (entries: readonly { sequence: number }[]) => entries.map(({ sequence }) => sequence)
const downFrom = (last: number) => Array.from({ length: last }, (_, i) => last - i)

test('pages of every size have each event once, newest first, across journal and segments', async () => {
  const { audit, vault } = await filled()
  for (const limit of [1, 7, 128, 200])
    expect(sequences(await listAll(audit, {}, limit))).toEqual(downFrom(vault.trail().sequence))
})

test('an event says what it happened to, what that is called now, and who did it', async () => {
  const { audit, ids } = await filled(3)
  const [renamed, settings, removed] = await listAll(audit)
  expect(renamed).toMatchObject({
    ...{ kind: 'connection.renamed', group: 'connection', record: ids[0], connectionId: ids[0], type: 'slackApi' },
    ...{ subject: 'Newest', actor: { subject: 'ada' }, message: 'Renamed from “Café 0” to “Newest”.' },
  })
  expect(settings).toMatchObject({ group: 'vault', subject: 'Vault', actor: { label: 'Bo' }, connectionId: null })
  expect(removed).toMatchObject({ kind: 'connection.removed', subject: 'Café 2' })
})

test('each filter leaves what it says, and together they leave what all of them say', async () => {
  const { audit, ids, vault } = await filled()
  const all = await listAll(audit)
  const left = (filter: Parameters<typeof listAll>[1]) => listAll(audit, filter)
  expect(await left({ group: 'vault' })).toHaveLength(2)
  expect(await left({ kind: 'connection.removed' })).toHaveLength(1)
  expect(sequences(await left({ actor: 'bo' }))).toEqual([vault.trail().sequence - 1])
  expect(await left({ actor: '-' })).toEqual(all.filter(({ actor }) => actor === null))
  expect((await left({ record: ids[0] })).map(({ kind }) => kind)).toEqual(['connection.renamed', 'connection.added'])
  expect(await left({ query: 'cafe 17' })).toEqual(all.filter(({ subject }) => /^Café 17/.test(subject)))
  const { at: from } = all[100] ?? { at: '' }
  const { at: to } = all[50] ?? { at: '' }
  expect(await left({ from, to })).toEqual(all.filter(({ at }) => at >= from && at <= to))
  expect(await left({ from, to, query: 'removed' })).toEqual([])
  await expect(left({ from: to, to: from })).rejects.toMatchObject({ data: { fields: [{ path: 'to' }] } })
})

test('a search for what is rare ends before it has read everything, and goes on from there', async () => {
  const { vault, ports } = await newVault()
  for (let i = 0; i < 26; i++) {
    const bodies = Array.from(
      { length: 1000 },
      () => ({ body: { kind: 'connection.used', record: 'cred_x', data: {} } }) as const,
    )
    await vault.commit({ actor: null, touches: ['vault'], decide: () => ({ events: bodies, result: () => undefined }) })
  }
  const audit = auditOf(vault, ports)
  const first = await audit.list(ada, { kind: 'vault.created', limit: 50 })
  expect(first.items).toEqual([])
  expect(first.nextCursor).not.toBeNull()
  expect(await listAll(audit, { kind: 'vault.created' })).toHaveLength(1)
}, 30_000)

test('what has to do with a private connection of somebody else is in no page, and in an export by its hash alone', async () => {
  const { vault, ports } = await newVault()
  const theirs = `cred_${ulid()}`
  const ours = `cred_${ulid()}`
  await commit(vault, connectionAdded(theirs, 'grace', 'private', 'Passport of Grace'), { subject: 'grace', label: 'Grace' })
  await commit(vault, connectionAdded(ours, 'ada', 'private', 'Passport of Ada'))
  await commit(vault, { kind: 'connection.used', record: theirs, data: {} })
  const error = { code: 'X', message: 'Passport of Grace stopped it', connectionId: theirs } as never
  const ended = { nodeId: 'n', status: 'failed', startedAt: null, output: null, outputTruncated: false, error, times: 1 } as const
  await commit(vault, { kind: 'run.node_ended', record: 'run_x', data: ended }).catch(() => undefined)
  const audit = auditOf(vault, ports)
  const seen = JSON.stringify([
    await listAll(audit),
    await listAll(audit, { record: theirs }),
    await listAll(audit, { query: 'Grace' }),
    await exportAll(audit, 'jsonl'),
    await exportAll(audit, 'csv'),
  ])
  expect(seen).toContain('Passport of Ada')
  expect(seen).not.toContain(theirs)
  expect(seen).not.toContain('Passport of Grace')
  expect(await exportAll(audit, 'jsonl')).toContain('"leftOut":')
})

test('a cursor that is none is refused by its name', async () => {
  const { audit } = await filled(3)
  const refused = { code: 'INVALID_INPUT', data: { fields: [{ path: 'cursor' }] } }
  const calls: ((cursor: string) => Promise<unknown>)[] = [
    (cursor) => audit.list(ada, { cursor, limit: 5 }),
    (cursor) => audit.part(ada, { cursor, format: 'csv' }),
    (cursor) => audit.verify(ada, { cursor }),
  ]
  const good = (await audit.verify(ada, { limit: 1 })).nextCursor ?? ''
  const past = Buffer.from(
    Buffer.from(good, 'base64url')
      .toString()
      .replace(/"last":\d+/, '"last":9999'),
  ).toString('base64url')
  for (const cursor of ['', '0', '-1', 'x', past, 'e30', Buffer.from('null').toString('base64url')]) {
    for (const call of calls) {
      const isOthers = call === calls[0] && cursor === past
      if (!isOthers || cursor !== '') await expect(call(cursor), cursor).rejects.toMatchObject(refused)
    }
  }
})

test('verifying in steps finds what verifying at once does', async () => {
  const { audit, vault, ports } = await filled()
  const stepwise = async (on: Audit) => {
    const seen = { checked: 0, gaps: [] as unknown[] }
    let report = await on.verify(ada, { limit: 100 })
    for (;;) {
      seen.checked += report.checked
      seen.gaps.push(...report.gaps)
      if (report.nextCursor === null) return { ...report, ...seen }
      report = await on.verify(ada, { limit: 100, cursor: report.nextCursor })
    }
  }
  const whole = await audit.verify(ada, {})
  expect(whole).toMatchObject({ result: 'whole', checked: vault.trail().sequence, first: { sequence: 1 } })
  expect(await stepwise(audit)).toMatchObject({ result: 'whole', checked: whole.checked, chain: whole.chain, last: whole.last })
  const [segment = ''] = [...ports.files.contents.keys()].filter((name) => name.startsWith('history-'))
  ports.files.flip(segment, 300)
  const damaged = await audit.verify(ada, {})
  expect(damaged).toMatchObject({ result: 'damaged', damaged: [{ file: segment, offset: 128 }] })
  expect(damaged.checked).toBeLessThan(whole.checked)
  expect(damaged.chain).not.toBe(whole.chain)
  expect(await stepwise(audit)).toMatchObject({ checked: damaged.checked, chain: damaged.chain })
})
