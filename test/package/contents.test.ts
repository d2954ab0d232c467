import { existsSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { extractFile } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { externalPackages } from '../../scripts/bundling.mjs'
import { root } from '../../scripts/root.mjs'
import { type Packed, packApplication } from './packed'
import { secretsIn } from './secrets'

let packed: Packed
beforeAll(async () => {
  packed = await packApplication()
})
afterAll(() => packed.remove())

const text = (file: string) => extractFile(packed.archive, file).toString('utf8')
const packagesOf = (files: string[]) =>
  new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))

describe('the package', () => {
  test('holds what was built, and the files beside it that the shell reads', () => {
    for (const file of [
      'package.json',
      'out/main/index.js',
      'out/main/engine.js',
      'out/main/session-worker.js',
      'out/main/derive-worker.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'resources/tray/tray.png',
      'resources/tray/trayTemplate@2x.png',
    ])
      expect(packed.files, file).toContain(file)
  })

  test('holds nothing from anywhere else: no sources, tests, scripts, documents or other builds', () => {
    const elsewhere = packed.files.filter(
      (file) => !/^(package\.json|out\/(main|preload|renderer)\/.+|resources\/tray\/.+\.(png|ico)|node_modules\/.+)$/.test(file),
    )
    expect(elsewhere).toEqual([])
  })

  test('holds no TypeScript, no source map, no test and no document', () => {
    const needless = packed.files.filter((file) =>
      /\.(ts|mts|cts|tsx|map|md|markdown)$|(^|\/)(tests?|docs?|\.[^/]+)(\/|$)/.test(file),
    )
    expect(needless).toEqual([])
    for (const file of packed.files.filter((name) => /^out\/.*\.(js|cjs|css)$/.test(name)))
      expect(text(file), file).not.toContain('sourceMappingURL=')
  })

  test('holds the packages that stay outside the bundles, what those need, and no other', () => {
    expect([...packagesOf(packed.files)].sort()).toEqual([...externalPackages, 'libsodium-sumo'].sort())
  })

  test('holds no package that is for developing alone', () => {
    const inside = packagesOf(packed.files)
    for (const name of Object.keys(manifest.devDependencies)) expect(inside.has(name), name).toBe(false)
  })

  test('has everything that its code asks for by name', () => {
    const inside = packagesOf(packed.files)
    const code = packed.files.filter((file) => /^out\/main\/.*\.js$/.test(file))
    const asked = code.flatMap((file) =>
      [...text(file).matchAll(/^import\b[^'"\n]*?["']([^."'][^"'\n]*)["']/gm)].map(([, name = '']) => name),
    )
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((name) => !isBuiltin(name) && name !== 'electron' && !inside.has(name))).toEqual([])
  })

  test('says in its manifest what Electron needs to know, and nothing of how it was built', () => {
    const packedManifest: Record<string, unknown> = JSON.parse(text('package.json'))
    expect(packedManifest).toMatchObject({
      name: manifest.name,
      version: manifest.version,
      type: 'module',
      main: 'out/main/index.js',
    })
    for (const name of ['scripts', 'devDependencies', 'build']) expect(packedManifest, name).not.toHaveProperty(name)
    expect(Object.keys(Object(packedManifest.dependencies))).toEqual(externalPackages)
  })

  test('says the terms of everything in it, in their own words', () => {
    const licences: { name: string; version: string; licence: string; text: string }[] = JSON.parse(
      text('out/renderer/licences.json'),
    )
    const named = new Set(licences.map(({ name }) => name))
    for (const name of [
      'electron',
      'react',
      'hono',
      '@fontsource-variable/inter',
      'electron-updater',
      ...packagesOf(packed.files),
    ])
      expect(named.has(name), name).toBe(true)
    for (const { name, licence } of licences)
      expect(licence, name).toMatch(/^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|Unlicense|OFL-1\.1|Python-2\.0|BlueOak-1\.0\.0)$/)
    expect(licences.filter(({ text: words }) => words !== '').length / licences.length).toBeGreaterThan(0.9)
  })

  test('is under 25 MiB', () => {
    expect(statSync(packed.archive).size).toBeLessThan(25 * 1024 * 1024)
  })

  test('names Linux’s desktop file after the program, so that its window is found under its icon', () => {
    expect(JSON.parse(text('package.json')).desktopName).toBe('neurocad-connect.desktop')
  })
})

describe('SQLite’s WebAssembly', () => {
  const wasm = 'node_modules/sql.js/dist/sql-wasm.wasm'

  test('is the only one, and lies inside the archive, where its digest is checked', () => {
    expect(packed.files.filter((file) => file.endsWith('.wasm'))).toEqual([wasm])
    expect(existsSync(`${packed.archive}.unpacked`)).toBe(false)
    expect(extractFile(packed.archive, wasm).equals(readFileSync(join(root, wasm)))).toBe(true)
  })

  test('is read through `fs`, which Electron lets look into archives; nothing else there would', () => {
    const loader = text('node_modules/sql.js/dist/sql-wasm.js')
    expect(loader).toMatch(/\.readFileSync\(/)
    expect(loader).not.toMatch(/child_process|dlopen|\.openSync\(/)
  })
})

test('the package holds no private key, token or secret', () => {
  const found = packed.files
    .filter((file) => /\.(js|cjs|mjs|json|html|css)$/.test(file) && !file.startsWith('node_modules/'))
    .flatMap((file) => secretsIn(text(file)).map((secret) => ({ file, secret })))
  expect(found).toEqual([])
})
