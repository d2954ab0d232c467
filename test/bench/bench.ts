import type { Peers } from './peer-packages'
import type { Missing, Row } from './row'
import type { VaultFixtures } from './vault-fixtures'

/** What the runner of the benchmarks finds and builds, because a bundle cannot. */
export interface StandIn {
  /** Absolute path of the script that runs an application. */
  launch: string
  /** Absolute path of a Chromium. */
  chromium: string
}

/** What a part works with. */
export interface Bench {
  /** Of the part alone; removed after it. */
  folder: string
  vaults: VaultFixtures
  peers: Peers
  standIn: StandIn
}

/** One group of measurements, which may be run alone. */
export interface Part {
  /** As on the command line. */
  name: string
  measure(bench: Bench): Promise<(Row | Missing)[]>
}
