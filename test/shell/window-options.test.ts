import { expect, test } from 'vitest'
import { windowOptions } from '../../src-main/shell/window-options'

const platforms = ['linux', 'darwin', 'win32'] as const

test('the page is sandboxed, isolated and without Node on every platform', () => {
  for (const platform of platforms)
    expect(windowOptions('/out/preload/index.cjs', platform, true).webPreferences, platform).toMatchObject({
      preload: '/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    })
})

test('the title bar belongs to the page, with the system’s buttons over it', () => {
  expect(windowOptions('/p', 'darwin', true).titleBarStyle).toBe('hiddenInset')
  for (const platform of ['linux', 'win32'] as const)
    expect(windowOptions('/p', platform, true)).toMatchObject({
      titleBarStyle: 'hidden',
      titleBarOverlay: { height: expect.any(Number) },
    })
})

test('an empty window is never shown', () => {
  for (const platform of platforms) expect(windowOptions('/p', platform, true).show, platform).toBe(false)
})
