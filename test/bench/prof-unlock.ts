import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { listConnections } from '../../src-main/engine/connection/list-connections'
import { sealReady } from '../../src-main/engine/vault/seal'
import { unlockVault } from '../../src-main/engine/vault/unlock-vault'
import { benchPassword, benchPorts, filledVault } from './filled-vault'

await sealReady()
const N = Number(process.env.N ?? 10000)
const folder = process.env.VAULT ?? (await mkdtemp('/tmp/v6/prof-'))
if (!process.env.VAULT) {
  const { vault } = await filledVault(folder, N)
  await vault.close()
}
for (const f of await readdir(folder)) console.log(f, (await stat(folder + '/' + f)).size)
const actor = { subject: 'bench', label: 'b', org: 'b', owner: true } as never
for (let i = 0; i < (Number(process.env.R) || 8); i++) {
  const c = process.cpuUsage()
  const t = performance.now()
  const v = await unlockVault(benchPorts(folder), { password: benchPassword, demo: false })
  const t1 = performance.now()
  listConnections(v, actor, { limit: 50 })
  const t2 = performance.now()
  await v.close()
  const d = process.cpuUsage(c)
  console.log(
    'unlock',
    (t1 - t).toFixed(1),
    'list',
    (t2 - t1).toFixed(2),
    'close',
    (performance.now() - t2).toFixed(1),
    'cpu',
    ((d.user + d.system) / 1000).toFixed(0),
    'rss',
    (process.memoryUsage().rss / 1048576) | 0,
  )
}
console.log('VAULT', folder)
