import { join } from 'node:path'
import { listConnections } from '../../src-main/engine/connection/list-connections'
import { unlockVault } from '../../src-main/engine/vault/unlock-vault'
import type { Vault } from '../../src-main/engine/vault/vault'
import { Subject } from '../../src-shared/domain/identifiers'
import { benchPassword, benchPorts, filledVault } from './filled-vault'
import { interleaved, median, time } from './measure'
import { kdbxWith } from './peers'
import type { Row } from './row'

const actor = { subject: Subject.parse('bench'), label: 'Bench', org: 'bench', owner: true }

const firstPage = (vault: Vault) => listConnections(vault, actor, { limit: 50 })

/** Unlock without the KDF to a usable list, a page of 50, and a search as it is typed, at 10,000 and at 100,000. */
export async function readingRows(folder: string): Promise<Row[]> {
  const small = await prepared(folder, 10_000)
  const large = await prepared(folder, 100_000)
  const kdbx = await kdbxWith(folder, 10_000)
  await kdbx.save()
  const unlock = await interleaved(5, small.unlock, kdbx.load)
  const growth = await interleaved(5, small.unlock, large.unlock)
  const ten = await small.open()
  const hundred = await large.open()
  const list = await interleaved(
    100,
    () => firstPage(ten),
    () => firstPage(hundred),
  )
  const search = await keystrokes(ten)
  const searchLarge = await keystrokes(hundred)
  await ten.close()
  await hundred.close()
  return [
    {
      name: 'unlock_vs_kdbx',
      value: unlock.ours,
      unit: 'ms',
      against: 'kdbxweb opening 10,000 (times faster)',
      ratio: unlock.theirs / unlock.ours,
    },
    {
      name: 'unlock_100k_vs_10k',
      value: growth.theirs,
      unit: 'ms',
      against: 'unlock at 10,000',
      ratio: growth.theirs / growth.ours,
    },
    {
      name: 'list_50_at_10k',
      value: list.ours,
      unit: 'ms',
      against: 'a frame of 16.7 ms',
      ratio: list.ours / 16.7,
      target: { atMost: 0.1 },
    },
    {
      name: 'list_50_100k_vs_10k',
      value: list.theirs,
      unit: 'ms',
      against: 'the same at 10,000',
      ratio: list.theirs / list.ours,
    },
    {
      name: 'search_10k_vs_like',
      value: search.ours,
      unit: 'ms',
      against: 'LIKE over the same table (times faster)',
      ratio: search.theirs / search.ours,
    },
    {
      name: 'search_100k_vs_like',
      value: searchLarge.ours,
      unit: 'ms',
      against: 'LIKE over the same table (times faster)',
      ratio: searchLarge.theirs / searchLarge.ours,
    },
  ]
}

async function prepared(folder: string, count: number) {
  const path = join(folder, `vault-${count}`)
  const { vault } = await filledVault(path, count)
  await vault.close()
  const open = () => unlockVault(benchPorts(path), { password: benchPassword, demo: false })
  const unlock = async () => {
    const opened = await open()
    firstPage(opened)
    await opened.close()
  }
  return { open, unlock }
}

/** Typing "juniper 42" a letter at a time: the median letter. */
async function keystrokes(vault: Vault) {
  const typed = 'juniper 42'
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < 5; round++) {
    for (let length = 1; length <= typed.length; length++) {
      const query = typed.slice(0, length)
      ours.push(await time(() => listConnections(vault, actor, { limit: 50, query })))
      theirs.push(await time(() => likeSearch(vault, query)))
    }
  }
  return { ours: median(ours), theirs: median(theirs) }
}

function likeSearch(vault: Vault, query: string) {
  const words = query.split(' ').filter(Boolean)
  const where = words.map(() => '(name LIKE ? OR account_label LIKE ? OR id LIKE ?)').join(' AND ')
  const params = words.flatMap((word) => [`%${word}%`, `%${word}%`, `%${word}%`])
  vault.store.one(`SELECT count(*) FROM connection WHERE ${where}`, params)
  return vault.store.all(`SELECT * FROM connection WHERE ${where} ORDER BY rank, name_key, id LIMIT 51`, params)
}
