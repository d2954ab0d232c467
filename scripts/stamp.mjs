// Says whether `out/` was built from the sources as they are: a digest over names, sizes and times, so that asking costs milliseconds.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const sources = ['src-shared', 'src-main', 'src-preload', 'src-renderer', 'src-demo']
const settings = [
  'electron.vite.config.ts',
  'vite.serve.config.ts',
  'scripts/bundled-packages.mjs',
  'scripts/bundling.mjs',
  'scripts/licences.mjs',
  'tsconfig.base.json',
  'package-lock.json',
]
const stampFile = join(root, 'out', 'stamp')

export function currentStamp() {
  const hash = createHash('sha256')
  const names = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  for (const name of [...names.sort(), ...settings]) {
    const { size, mtimeMs } = statSync(join(root, name))
    hash.update(`${name}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

export function isBuilt() {
  try {
    return readFileSync(stampFile, 'utf8') === currentStamp()
  } catch {
    return false
  }
}

/** @param {string} stamp taken before the build, so that a source changed meanwhile makes the next build stale */
export function writeStamp(stamp) {
  writeFileSync(stampFile, stamp)
}
