import { expect, test } from 'vitest'
import { defaultFolder } from '../../../src-main/host/serve/default-folder'
import { parseServeOptions } from '../../../src-main/host/serve/options'

test('without options it takes a free port, opens a browser, and talks to a person', () => {
  expect(parseServeOptions([])).toEqual({ demo: false, data: undefined, port: 0, open: true, json: false, check: false })
})

test('every option is understood', () => {
  const options = parseServeOptions(['--demo', '--data', '/d', '--port=8080', '--no-open', '--json'])
  expect(options).toEqual({ demo: true, data: '/d', port: 8080, open: false, json: true, check: false })
})

test('a check is of a vault, and serves nothing', () => {
  expect(parseServeOptions(['--check', '--data', '/d', '--json'])).toMatchObject({ check: true, data: '/d', json: true })
})

test.each([
  ['--check', '--port=80'],
  ['--check', '--no-open'],
  ['--check=yes'],
  ['--check', 'password'],
  ['--dem'],
  ['--demo=yes'],
  ['demo'],
  ['--data'],
  ['--data='],
  ['--port', 'http'],
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', ''],
  ['-p'],
])('%s %s is refused with 2 and one line', (...args) => {
  let error: unknown
  try {
    parseServeOptions(args)
  } catch (reason) {
    error = reason
  }
  expect(error).toMatchObject({ name: 'StartError', code: 2 })
  expect(String(error)).toMatch(/^[^\n]+Usage: serve [^\n]+$/)
})

const home = '/home/ada'

test('data lies where each platform keeps it, and the demo’s is never inside the real one', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string>, demo = false) =>
    defaultFolder({ platform, home, env }, demo)
  expect(on('linux', {})).toBe('/home/ada/.local/share/neurocad-connect/vault')
  expect(on('linux', { XDG_DATA_HOME: '/xdg' })).toBe('/xdg/neurocad-connect/vault')
  expect(on('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/ada/.local/share/neurocad-connect/vault')
  expect(on('darwin', { XDG_DATA_HOME: '/xdg' })).toBe('/home/ada/Library/Application Support/neurocad-connect/vault')
  expect(on('win32', { APPDATA: '/roaming' })).toBe('/roaming/neurocad-connect/vault')
  expect(on('linux', {}, true)).toBe('/home/ada/.local/share/neurocad-connect/demo')
})
