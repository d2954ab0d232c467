import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { alone } from '../../../scripts/build-lock.mjs'
import { root } from '../../../scripts/root.mjs'
import { shared } from './shared-config'

const outDir = join(root, 'out', 'harness')
const stampFile = join(outDir, 'stamp')
const sources = ['src-shared', 'src-renderer', 'test/fakes', 'test/renderer/harness', 'package-lock.json']

/** Builds the page over the fake client when its sources changed. Answers its folder. React says what it says in development. */
export async function builtHarness(): Promise<string> {
  if (!isBuilt(currentStamp())) await alone(buildUnlessBuilt)
  return outDir
}

async function buildUnlessBuilt(): Promise<void> {
  const stamp = currentStamp()
  // Another worker may have built it while this one waited.
  if (isBuilt(stamp)) return
  await build({
    ...shared,
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2023' },
  })
  writeFileSync(stampFile, stamp)
}

function currentStamp(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = resolve(root, source)
    const names = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : ['']
    for (const name of names) {
      const { size, mtimeMs } = statSync(join(path, name))
      hash.update(`${source}/${name}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function isBuilt(stamp: string): boolean {
  try {
    return readFileSync(stampFile, 'utf8') === stamp
  } catch {
    return false
  }
}
