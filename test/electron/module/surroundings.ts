import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { variable } from './variable'

interface Manifest {
  name: string
  productName?: string
  version: string
}

/** The folder with the `package.json` of the application that was started. */
export const applicationRoot = process.env[variable.root] ?? process.cwd()
export const manifest: Manifest = JSON.parse(readFileSync(join(applicationRoot, 'package.json'), 'utf8'))
export const userDataAtStart = process.env[variable.userData] ?? join(tmpdir(), `neurocad-standin-${process.pid}`)
export const chromiumPath = process.env[variable.chromium] ?? '/usr/bin/chromium'
export const isPackaged = process.env[variable.packaged] === '1'
export const keyringAtStart = process.env[variable.keyring]
