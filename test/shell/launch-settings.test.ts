import { expect, test } from 'vitest'
import { launchSettings } from '../../src-main/shell/launch-settings'

const of = (...args: string[]) => launchSettings(['electron', '.', ...args], '/work', '/home/me/.config/neurocad-connect')

test('the vault lives in the application’s own folder', () => {
  expect(of()).toEqual({
    demo: false,
    userData: '/home/me/.config/neurocad-connect',
    vault: '/home/me/.config/neurocad-connect/vault',
  })
})

test('the demo shares no folder with the real vault', () => {
  expect(of('--demo')).toEqual({
    demo: true,
    userData: '/home/me/.config/neurocad-connect-demo',
    vault: '/home/me/.config/neurocad-connect-demo/vault',
  })
})

test('another folder is taken from the command line, relative to where it was typed', () => {
  expect(of('--data', 'mine').vault).toBe('/work/mine')
  expect(of('--data', '/mine', '--demo').vault).toBe('/mine')
})
