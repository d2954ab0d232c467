import { unlockVault } from '../../src-main/engine/vault/unlock-vault'
import { benchPassword, benchPorts } from './filled-vault'

const v = await unlockVault(benchPorts(process.env.VAULT!), { password: benchPassword, demo: false })
const s = v.store
const size = () => Number(s.one('PRAGMA page_count')!.page_count) * 4096
console.log('all', size())
s.script('DROP TABLE connection_text; VACUUM')
console.log('without fts', size())
for (const i of [
  'connection_type_order',
  'connection_account',
  'connection_order',
  'connection_expiry',
  'connection_attention',
  'connection_intent',
  'connection_installation',
]) {
  s.script(`DROP INDEX ${i}; VACUUM`)
  console.log('without', i, size())
}
console.log(JSON.stringify(s.one('select * from connection limit 1')))
