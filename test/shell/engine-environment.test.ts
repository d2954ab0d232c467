import { expect, test } from 'vitest'
import { engineEnvironment } from '../../src-main/shell/engine-environment'

const settings = { demo: false, vault: '/data/vault' }

test('the engine is given nothing of the environment but what it needs', () => {
  const own = {
    HOME: '/home/me',
    AWS_SECRET_ACCESS_KEY: 'secret',
    NODE_OPTIONS: '--inspect',
    ELECTRON_RUN_AS_NODE: '1',
    GITHUB_TOKEN: 'secret',
  }
  expect(engineEnvironment(own, settings)).toEqual({ HOME: '/home/me', NEUROCAD_DATA: '/data/vault' })
})

test('the environment is never empty, which Electron would take for "pass on everything"', () => {
  expect(Object.keys(engineEnvironment({}, settings))).not.toHaveLength(0)
})

test('the demo is asked for by name, and a variable of the shell cannot ask for it', () => {
  expect(engineEnvironment({}, { ...settings, demo: true })).toHaveProperty('NEUROCAD_DEMO', '1')
  expect(engineEnvironment({ NEUROCAD_DEMO: '1', NEUROCAD_DATA: '/elsewhere' }, settings)).toEqual({
    NEUROCAD_DATA: '/data/vault',
  })
})
