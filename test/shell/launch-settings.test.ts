import { expect, test } from 'vitest'
import { launchSettings } from '../../src-main/shell/launch-settings'

const of = (...args: string[]) => launchSettings(['electron', '.', ...args], '/typed-here', '/home/me/.config/neurocad-connect')

test('without a word the usual vault is opened', () => {
  expect(of()).toEqual({ demo: false, userData: '/home/me/.config/neurocad-connect', data: undefined })
})

test('the demo shares nothing with the real application, so that both can be open', () => {
  expect(of('--demo')).toEqual({ demo: true, userData: '/home/me/.config/neurocad-connect-demo', data: undefined })
})

test('another folder is taken from the command line, relative to where it was typed', () => {
  expect(of('--data', 'mine').data).toBe('/typed-here/mine')
  expect(of('--data', '/mine', '--demo').data).toBe('/mine')
})
