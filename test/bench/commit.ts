import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { filledVault, renameOne } from './filled-vault'
import { interleaved, median, time } from './measure'
import { kdbxWith, sealedJson } from './peers'
import type { Row } from './row'

const ROUNDS = 200

/** A durable change of one of 10,000 connections: against the bare disk, and against saving all of them as others do. */
export async function commitRows(folder: string): Promise<Row[]> {
  const { vault, ids } = await filledVault(join(folder, 'commit'), 10_000)
  const id = ids[0] ?? ''
  const bytes = await recordBytes(vault, id)
  const raw = await open(join(folder, 'raw'), 'w+')
  await raw.write(new Uint8Array(4 * 1024 * 1024))
  await raw.datasync()
  const record = new Uint8Array(bytes).fill(1)
  const disk = await interleaved(
    ROUNDS,
    (round) => renameOne(vault, id, `Name ${round}`),
    async (round) => {
      await raw.write(record, 0, record.length, round * record.length)
      await raw.datasync()
    },
  )
  await raw.close()

  const json = await sealedJson(folder, 10_000)
  const kdbx = await kdbxWith(folder, 10_000)
  const jsonTimes: number[] = []
  const kdbxTimes: number[] = []
  for (let round = 0; round < 5; round++) {
    jsonTimes.push(await time(json.save))
    kdbxTimes.push(await time(kdbx.save))
  }
  await vault.close()
  const commit = { value: disk.ours, unit: 'ms' }
  return [
    {
      name: 'commit_vs_disk',
      ...commit,
      against: `raw write + fdatasync of ${bytes} bytes`,
      ratio: disk.ours / disk.theirs,
      target: { atMost: 2 },
    },
    {
      name: 'commit_vs_json',
      ...commit,
      against: '10,000 entries as one sealed JSON file (times faster)',
      ratio: median(jsonTimes) / disk.ours,
    },
    {
      name: 'commit_vs_kdbx',
      ...commit,
      against: '10,000 entries saved by kdbxweb (times faster)',
      ratio: median(kdbxTimes) / disk.ours,
    },
  ]
}

/** How much one rename adds to the journal, read off the files. */
async function recordBytes(vault: Awaited<ReturnType<typeof filledVault>>['vault'], id: string): Promise<number> {
  const before = vault.journalBytes
  await renameOne(vault, id, 'Name 000')
  return vault.journalBytes - before
}
