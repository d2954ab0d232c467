import { expect, test } from 'vitest'
import { canonicalBytes, sha256 } from '../../../src-main/engine/vault/canonical'
import { decodePageHead, PAGE_MARK } from '../../../src-main/engine/vault/history-page'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { chainStart, checkChain } from '../../../src-main/engine/vault/verify-chain'
import type { FakeFiles } from '../../fakes/files'
import { add, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

const check = (vault: Vault) => checkChain(vault.trail(), chainStart(vault.headerBody.vaultId))

async function sequencesOf(vault: Vault): Promise<number[]> {
  const sequences: number[] = []
  for await (const page of vault.trail().backward(() => true)) {
    for (const { event } of (await page.read()).events.toReversed()) sequences.push(event.sequence)
  }
  return sequences
}

const downTo1 = (last: number) => Array.from({ length: last }, (_, i) => last - i)

/** A vault with events in two segments and in the journal. */
async function twoSegments() {
  const ports = vaultPorts()
  const { vault } = await newVault(ports)
  const ids: string[] = []
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 150; i++) ids.push(await add(vault, `name ${round}-${i}`))
    await rename(vault, ids[0] ?? '', `renamed in ${round}`)
    await remove(vault, ids.pop() ?? '')
    await vault.settled()
  }
  await rename(vault, ids[1] ?? '', 'in the journal')
  return { ports, vault, ids }
}

const segments = (files: FakeFiles) =>
  [...files.contents.keys()]
    .filter((name) => name.startsWith('history-'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** Offsets of the pages in a segment, by their marks. */
function pagesOf(bytes: Uint8Array): number[] {
  const offsets: number[] = []
  const all = Buffer.from(bytes)
  for (let at = all.indexOf(PAGE_MARK); at !== -1; at = all.indexOf(PAGE_MARK, at + 1)) offsets.push(at)
  return offsets
}

test('every event is met once, newest first, across pages, segments and the journal, and its chain is whole', async () => {
  const { ports, vault, ids } = await twoSegments()
  expect(segments(ports.files).length).toBeGreaterThan(1)
  const last = vault.trail().sequence
  expect(await sequencesOf(vault)).toEqual(downTo1(last))
  const findings = await check(vault)
  expect(findings).toMatchObject({ events: last, gaps: [], damaged: [], broken: [] })
  const { events } = await vault.history(ids[0] ?? '', 10)
  expect(events.map(({ kind }) => kind)).toEqual(['connection.renamed', 'connection.renamed', 'connection.added'])
  await vault.close()
  const again = await unlock(ports)
  expect((await check(again)).end).toEqual(findings.end)
})

test('a page can be told by its head alone, and its hash is that of the event before it', async () => {
  const { ports, vault } = await twoSegments()
  const name = segments(ports.files)[0] ?? ''
  const bytes = ports.files.contents.get(name) ?? new Uint8Array()
  const heads = pagesOf(bytes).map((offset) => decodePageHead(bytes, offset))
  expect(heads.length).toBeGreaterThan(1)
  const hashes = new Map<number, Uint8Array>()
  for await (const page of vault.trail().backward(() => true)) {
    for (const { event } of (await page.read()).events) hashes.set(event.sequence, sha256(canonicalBytes(event)))
  }
  for (const head of heads.slice(1)) expect(head?.previousHash).toEqual(hashes.get((head?.first ?? 0) - 1))
})

test('a damaged page is reported by its place, and every page before and after it is read', async () => {
  const { ports, vault } = await twoSegments()
  const last = vault.trail().sequence
  const name = segments(ports.files)[0] ?? ''
  const bytes = ports.files.contents.get(name) ?? new Uint8Array()
  const offset = pagesOf(bytes)[1] ?? 0
  const head = decodePageHead(bytes, offset)
  const gap = { first: head?.first ?? 0, last: head?.last ?? 0 }
  for (const at of [offset, offset + 20, offset + 40, offset + 100]) {
    ports.files.flip(name, at)
    const findings = await check(vault)
    expect(findings.gaps).toEqual([gap])
    expect(findings.damaged).toEqual([{ file: name, offset }])
    expect(findings.events).toBe(last - (gap.last - gap.first + 1))
    ports.files.flip(name, at)
  }
})

test('where head or index of a segment are damaged, all its events are read all the same, and the damage is told', async () => {
  const { ports, vault } = await twoSegments()
  const last = vault.trail().sequence
  for (const name of segments(ports.files)) {
    const length = ports.files.contents.get(name)?.length ?? 0
    for (const at of [0, 5, 20, 30, 75, 90, 127, length - 1]) {
      ports.files.flip(name, at)
      const findings = await check(vault)
      expect(findings, `${name} at ${at}`).toMatchObject({ events: last, gaps: [], broken: [] })
      expect(findings.damaged.length).toBe(1)
      expect(await sequencesOf(vault)).toEqual(downTo1(last))
      ports.files.flip(name, at)
    }
  }
})

test('a segment that is missing is a gap, and the others are read', async () => {
  const { ports, vault } = await twoSegments()
  const [first, second] = segments(ports.files)
  const before = ports.files.contents.get(second ?? '') ?? new Uint8Array()
  const firstOfSecond = decodePageHead(before, pagesOf(before)[0] ?? 0)?.first ?? 0
  ports.files.contents.delete(second ?? '')
  const findings = await check(vault)
  expect(findings.gaps).toMatchObject([{ first: firstOfSecond }])
  expect(findings.damaged).toEqual([{ file: second, offset: 0 }])
  expect(first).toBeDefined()
})

test('a page of another place, or of another vault, does not count as this one', async () => {
  const { ports, vault } = await twoSegments()
  const other = await twoSegments()
  const name = segments(ports.files)[0] ?? ''
  const theirs = other.ports.files.contents.get(name) ?? new Uint8Array()
  const ours = ports.files.contents.get(name) ?? new Uint8Array()
  ports.files.contents.set(name, theirs.slice())
  expect((await check(vault)).gaps).toHaveLength(1)
  const [one = 0, two = 0, three = ours.length] = pagesOf(ours)
  const swapped = ours.slice()
  swapped.set(ours.subarray(two, Math.min(three, two + (two - one))), one)
  ports.files.contents.set(name, swapped)
  expect((await check(vault)).gaps).not.toEqual([])
})
