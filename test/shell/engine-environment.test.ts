import { describe, expect, test } from 'vitest'
import { engineEnvironment } from '../../src-main/shell/engine-environment'

const usual = { demo: false, data: undefined, json: false }

describe('the engine is given nothing of the environment but what it needs', () => {
  test('whatever a person or a desktop has put there', () => {
    const own = { HOME: '/home/me', AWS_SECRET_ACCESS_KEY: 'secret', GITHUB_TOKEN: 'secret', DISPLAY: ':0' }
    expect(engineEnvironment(own, usual)).toEqual({ HOME: '/home/me', NEUROCAD_DEMO: '0' })
  })

  test.each([
    'NODE_OPTIONS',
    'NODE_PATH',
    'NODE_REPL_EXTERNAL_MODULE',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_V8_COVERAGE',
    'NODE_DEBUG',
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_ENABLE_LOGGING',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'LD_AUDIT',
    'DYLD_INSERT_LIBRARIES',
    'DYLD_LIBRARY_PATH',
    'SSLKEYLOGFILE',
    'OPENSSL_CONF',
    'APPIMAGE',
    'DBUS_SESSION_BUS_ADDRESS',
  ])('above all what could change its code or watch it: %s', (name) => {
    expect(engineEnvironment({ [name]: '/tmp/evil' }, usual)).toEqual({ NEUROCAD_DEMO: '0' })
  })

  test('and never an empty one, which Electron would take for "pass on everything"', () => {
    expect(Object.keys(engineEnvironment({}, usual))).not.toHaveLength(0)
  })
})

test('folder, demo and ready line are as the command line said, whatever the environment says', () => {
  const own = { NEUROCAD_DEMO: '1', NEUROCAD_DATA: '/elsewhere', NEUROCAD_JSON: '1' }
  expect(engineEnvironment(own, usual)).toEqual({ NEUROCAD_DEMO: '0' })
  expect(engineEnvironment({}, { demo: true, data: '/mine', json: true })).toEqual({
    NEUROCAD_DEMO: '1',
    NEUROCAD_DATA: '/mine',
    NEUROCAD_JSON: '1',
  })
})
