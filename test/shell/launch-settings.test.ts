import { describe, expect, test } from 'vitest'
import { LaunchError, launchSettings } from '../../src-main/shell/launch-settings'

const of = (...args: string[]) => launchSettings(['electron', '.', ...args], '/typed-here', '/home/me/.config/neurocad-connect')
const usual = { demo: false, userData: '/home/me/.config/neurocad-connect', data: undefined, json: false, hidden: false }

test('without a word the usual vault is opened', () => {
  expect(of()).toEqual(usual)
})

test('the demo shares nothing with the real application, so that both can be open', () => {
  expect(of('--demo')).toEqual({ ...usual, demo: true, userData: '/home/me/.config/neurocad-connect-demo' })
})

test('another folder is taken from the command line, relative to where it was typed', () => {
  expect(of('--data', 'mine').data).toBe('/typed-here/mine')
  expect(of('--data=mine').data).toBe('/typed-here/mine')
  expect(of('--data', '/mine', '--demo')).toMatchObject({ data: '/mine', demo: true })
})

test('a ready line and a start in the tray are asked for by name', () => {
  expect(of('--json')).toEqual({ ...usual, json: true })
  expect(of('--hidden')).toEqual({ ...usual, hidden: true })
})

test.each(['--no-sandbox', '--remote-debugging-port=0', '--inspect', '-psn_0_989382', '--lang', 'de', '--', '-'])(
  'what is not ours is ignored: %s',
  (argument) => {
    expect(of(argument, '--enable-features=A,B')).toEqual(usual)
    expect(of('--demo', argument)).toMatchObject({ demo: true })
  },
)

describe('what follows -- is never an option', () => {
  test.each(['--demo', '--data=/elsewhere', '--json', '--hidden'])('%s', (argument) => {
    expect(of('--', argument)).toEqual(usual)
    expect(of('--', 'neurocad://connect', argument, '--data', '/elsewhere')).toEqual(usual)
  })
})

test.each([[['--data']], [['--data', '--demo']], [['--data=']], [['--data', '--', '/mine']]])(
  'a folder that is missing is said, and the usual vault not opened in its place: %j',
  (args) => {
    expect(() => of(...args)).toThrow(LaunchError)
    expect(() => of(...args)).toThrow('--data needs a folder.')
  },
)
