import { test } from 'vitest'
import { KILLS_A_SEED, settledVault, survive } from './kills'
import { range, tryEach } from './try-each'

const KILLS = 10_000
/** Others than those of the short run. */
const FIRST_SEED = 1_000_000

test(`${KILLS} kills and power cuts at random steps lose nothing acknowledged, leave no command half done, and bring nothing erased back`, async () => {
  const begin = await settledVault()
  await tryEach(range(FIRST_SEED, FIRST_SEED + KILLS / KILLS_A_SEED), (seed) => survive(seed, begin))
}, 3_600_000)
