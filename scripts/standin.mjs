// Builds `out/standin`, the stand-in for Electron, when its sources changed: Node runs no TypeScript by itself, and pages take scripts.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'vite'
import { alone } from './build-lock.mjs'
import { root } from './root.mjs'

const source = join(root, 'test', 'electron')
const target = join(root, 'out', 'standin')
const stampFile = join(target, 'stamp')

/** @returns {Promise<string>} absolute path of what runs an application: `node LAUNCH ROOT …` */
export async function buildStandIn() {
  if (!isBuilt(currentStamp())) await alone(bundleAll)
  return join(target, 'launch.mjs')
}

async function bundleAll() {
  const stamp = currentStamp()
  if (isBuilt(stamp)) return
  await forNode()
  await forPages('main-world', 'standInMainWorld')
  await forPages('isolated-world', 'standInIsolatedWorld')
  writeFileSync(stampFile, stamp)
}

/** In the shell's process and in its children; one module that all entries share. */
function forNode() {
  return bundle({
    ...common,
    ssr: { noExternal: true, external: ['playwright-core'] },
    build: {
      ...common.build,
      ssr: true,
      target: 'node20',
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          launch: join(source, 'register/launch.ts'),
          child: join(source, 'register/child.ts'),
          hooks: join(source, 'register/hooks.ts'),
          electron: join(source, 'module/index.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}

/**
 * One script that is put into documents.
 * @param {string} name
 * @param {string} variable what the script makes
 */
function forPages(name, variable) {
  return bundle({
    ...common,
    build: {
      ...common.build,
      target: 'es2022',
      emptyOutDir: false,
      lib: { entry: join(source, 'page', `${name}.ts`), formats: ['iife'], name: variable, fileName: () => `${name}.js` },
    },
  })
}

const common = /** @type {const} */ ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: { outDir: target, minify: false, reportCompressedSize: false },
})

function currentStamp() {
  const hash = createHash('sha256')
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()
  for (const path of [...names.map((name) => join(source, name)), join(root, 'package.json'), fileURLToPath(import.meta.url)]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} stamp */
function isBuilt(stamp) {
  try {
    return readFileSync(stampFile, 'utf8') === stamp
  } catch {
    return false
  }
}
