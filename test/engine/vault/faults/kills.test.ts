import { test } from 'vitest'
import { KILLS_A_SEED, settledVault, survive } from './kills'
import { range, tryEach } from './try-each'

/** At least a thousand kills. */
const SEEDS = 210

test(`${SEEDS * KILLS_A_SEED} kills and power cuts at random steps lose nothing acknowledged, leave no command half done, and bring nothing erased back`, async () => {
  const begin = await settledVault()
  await tryEach(range(0, SEEDS), (seed) => survive(seed, begin))
}, 600_000)
