import { build } from '../../scripts/build.mjs'

/** Once before all tests: `out/` holds what the sources say. Fast when it already does. */
export async function setup(): Promise<void> {
  await build()
}
