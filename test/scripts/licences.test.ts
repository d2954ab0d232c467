import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageOf } from '../../scripts/bundled-packages.mjs'
import { licenceIn } from '../../scripts/licences.mjs'

describe('the package of a module', () => {
  test.each([
    ['/p/node_modules/hono/dist/index.js', '/p/node_modules/hono'],
    ['/p/node_modules/@orpc/client/dist/index.mjs', '/p/node_modules/@orpc/client'],
    ['/p/node_modules/koa/node_modules/depd/index.js', '/p/node_modules/koa/node_modules/depd'],
    ['\0/p/node_modules/depd/index.js?commonjs', '/p/node_modules/depd'],
    ['C:\\p\\node_modules\\hono\\index.js', 'C:/p/node_modules/hono'],
  ])('%s is %s', (module, folder) => {
    expect(packageOf(module)).toBe(folder)
  })

  test.each(['/p/src-main/shell/index.ts', '\0rolldown/runtime.js', 'node:fs'])('%s is of none', (module) => {
    expect(packageOf(module)).toBeUndefined()
  })
})

describe('the licence of a package', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'neurocad-licence-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const manifest = (license: unknown) =>
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'part', version: '1.2.3', license }))

  test('is its name and its own words', () => {
    manifest('MIT')
    writeFileSync(join(folder, 'LICENSE.md'), 'Do as you like.\n')
    writeFileSync(join(folder, 'NOTICE'), 'By somebody.\n')
    expect(licenceIn(folder)).toEqual({ name: 'part', version: '1.2.3', licence: 'MIT', text: 'Do as you like.\n\nBy somebody.' })
  })

  test('is read from the old way of writing it', () => {
    manifest({ type: 'ISC', url: 'https://example.com' })
    expect(licenceIn(folder).licence).toBe('ISC')
  })

  test.each([undefined, 'UNLICENSED', 'SEE LICENSE IN x'])('stops the build when nobody knows it: %s', (license) => {
    manifest(license)
    expect(() => licenceIn(folder)).toThrow('part says no licence.')
  })
})
