import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What Electron's binaries have in front of their fuses, so that tools find them. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses of a fresh Electron 45, in their order: run as node, cookies, node options, inspect, integrity, only ASAR, snapshot, file, wasm. */
const FRESH = '101100011'

/**
 * A folder that electron-builder takes for an unpacked Electron for Linux. Its binary is no program, but has what packaging changes:
 * a wire of fuses, which Electron's own tool reads and flips in it as in a real one.
 */
export function writeElectronDistribution(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '')
  writeFileSync(join(folder, 'LICENSE'), '')
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FRESH.length]), Buffer.from(FRESH)])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(1000, 7), wire, Buffer.alloc(1000, 7)]), { mode: 0o755 })
}
