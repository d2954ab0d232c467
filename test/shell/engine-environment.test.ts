import { expect, test } from 'vitest'
import { engineEnvironment } from '../../src-main/shell/engine-environment'

const usual = { demo: false, data: undefined }

test('the engine is given nothing of the environment but what it needs', () => {
  const own = {
    HOME: '/home/me',
    AWS_SECRET_ACCESS_KEY: 'secret',
    NODE_OPTIONS: '--inspect',
    ELECTRON_RUN_AS_NODE: '1',
    GITHUB_TOKEN: 'secret',
  }
  expect(engineEnvironment(own, usual)).toEqual({ HOME: '/home/me', NEUROCAD_DEMO: '0' })
})

test('the environment is never empty, which Electron would take for "pass on everything"', () => {
  expect(Object.keys(engineEnvironment({}, usual))).not.toHaveLength(0)
})

test('folder and demo are as the command line said, whatever the environment says', () => {
  expect(engineEnvironment({ NEUROCAD_DEMO: '1', NEUROCAD_DATA: '/elsewhere' }, usual)).toEqual({ NEUROCAD_DEMO: '0' })
  expect(engineEnvironment({}, { demo: true, data: '/mine' })).toEqual({ NEUROCAD_DEMO: '1', NEUROCAD_DATA: '/mine' })
})
