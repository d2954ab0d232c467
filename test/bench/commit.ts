import { fdatasyncSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Vault } from '../../src-main/engine/vault/vault'
import type { Part } from './bench'
import { renameOne } from './filled-vault'
import { kdbxWith } from './kdbx'
import { interleave, median, quantile } from './measure'
import { optional } from './optional'
import { faster, type Row, relative } from './row'
import { sealedJson } from './sealed-json'
import { sqlcipherWith } from './sqlcipher'

/** So many that a 99th percentile is one. */
const ROUNDS = 1000
/** Enough room for all rounds. */
const RAW_BYTES = 4 * 1024 * 1024

/** A durable change of one connection: against the bare disk, and against how others keep as many. */
export const commitPart: Part = {
  name: 'commit',
  measure: async ({ folder, vaults, peers }) => {
    const ten = await vaults.open(10_000, join(folder, 'ten'))
    const hundred = await vaults.open(100_000, join(folder, 'hundred'))
    const ours = (round: number) => renameOne(ten.vault, another(ten.ids, round), nameOf(round))
    const bytes = await recordBytes(ten.vault, ten.ids)
    const disk = await rawDisk(folder, bytes)
    const { peer: table, missing } = await optional(['commit_p50_vs_sqlcipher', 'commit_p99_vs_sqlcipher'], () => {
      const { ids, open: openTable } = sqlcipherWith(peers, folder, 10_000)
      const opened = openTable()
      return { rename: (round: number) => opened.rename(another(ids, round), nameOf(round)), close: () => opened.close() }
    })
    const times = await interleave(ROUNDS, {
      ours,
      hundred: (round) => renameOne(hundred.vault, another(hundred.ids, round), nameOf(round)),
      raw: disk.asynchronous,
      rawSync: disk.synchronous,
      ...(table ? { sqlcipher: table.rename } : {}),
    } as Record<'ours' | 'hundred' | 'raw' | 'rawSync' | 'sqlcipher', (round: number) => unknown>)
    table?.close()
    await disk.close()
    await hundred.vault.close()
    const p50 = median(times.ours)
    const against = `raw write + fdatasync of the same ${bytes} bytes`
    const rows: Row[] = [
      relative('commit_vs_disk', p50, 'ms', median(times.raw), against, 1.25),
      relative('commit_vs_disk_sync', p50, 'ms', median(times.rawSync), `${against}, without the event loop`),
      relative('commit_100k_vs_10k', median(times.hundred), 'ms', p50, 'the same at 10,000', 1.1),
    ]
    if (table) {
      const { sqlcipher } = times
      const peer = 'SQLCipher, raw key, WAL, synchronous FULL'
      rows.push(
        relative('commit_p50_vs_sqlcipher', p50, 'ms', median(sqlcipher), peer, 1),
        relative('commit_p99_vs_sqlcipher', quantile(times.ours, 0.99), 'ms', quantile(sqlcipher, 0.99), `${peer}, p99`, 1),
      )
    }
    const whole = await wholeFiles(folder, ours, peers, bytes)
    await ten.vault.close()
    return [...rows, ...whole, ...missing]
  },
}

/** Saving everything for a change of one, as programs with one file do. They leave much garbage, so they run by themselves. */
async function wholeFiles(
  folder: string,
  ours: (round: number) => Promise<void>,
  peers: Parameters<typeof kdbxWith>[0],
  bytes: number,
) {
  const disk = await rawDisk(folder, bytes)
  const json = sealedJson(folder, 10_000)
  const kdbx = await optional(['commit_vs_kdbx'], () => kdbxWith(peers, folder, 10_000))
  const mine: number[] = []
  const bare: number[] = []
  const several = async (round: number) => {
    const turns = await interleave(20, {
      ours: (turn) => ours(ROUNDS + round * 20 + turn),
      bare: (turn) => disk.synchronous(round * 20 + turn),
    })
    mine.push(...turns.ours)
    bare.push(...turns.bare)
  }
  const times = await interleave(5, {
    ours: several,
    json: json.save,
    ...(kdbx.peer ? { kdbx: kdbx.peer.save } : {}),
  } as Record<'ours' | 'json' | 'kdbx', (round: number) => unknown>)
  const p50 = median(mine)
  const rows = [
    faster('commit_vs_json', p50, 'ms', median(times.json), 'saving 10,000 as one sealed JSON file (times faster)', 400),
  ]
  await disk.close()
  if (kdbx.peer) {
    const kdbxSave = median(times.kdbx)
    rows.push(faster('commit_vs_kdbx', p50, 'ms', kdbxSave, 'saving 10,000 with kdbxweb (times faster)', 10_000))
    // What nothing that is on the disk by then could be faster than.
    const floor = `the same, by a bare write and fdatasync of ${bytes} bytes`
    rows.push(faster('commit_vs_kdbx_bare', median(bare), 'ms', kdbxSave, floor))
  }
  return [...rows, ...kdbx.missing]
}

/** All over the vault, never the same one again soon. */
const another = (ids: readonly string[], round: number): string => ids[(round * 7919) % ids.length] ?? ''

const nameOf = (round: number) => `Name ${String(round).padStart(4, '0')}`

/** How much one rename adds to the journal, read off the vault. */
async function recordBytes(vault: Vault, ids: readonly string[]): Promise<number> {
  // Where a file is prepared in advance, what grows is how far it is written.
  const before = vault.journalBytes
  await renameOne(vault, another(ids, ROUNDS - 1), nameOf(0))
  return vault.journalBytes - before
}

/** What a careful program without any format would do: into a file that has its length already, two ways to call. */
async function rawDisk(folder: string, bytes: number) {
  const handle = await open(join(folder, 'raw'), 'w+')
  await handle.write(new Uint8Array(RAW_BYTES))
  await handle.sync()
  const synced = await open(join(folder, 'raw-sync'), 'w+')
  await synced.write(new Uint8Array(RAW_BYTES))
  await synced.sync()
  const record = new Uint8Array(bytes).fill(1)
  return {
    asynchronous: async (round: number) => {
      await handle.write(record, 0, bytes, round * bytes)
      await handle.datasync()
    },
    synchronous: (round: number) => {
      writeSync(synced.fd, record, 0, bytes, round * bytes)
      fdatasyncSync(synced.fd)
    },
    close: () => Promise.all([handle.close(), synced.close()]),
  }
}
