import { shell } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import builder from '../../../electron-builder.config.mjs'
import manifest from '../../../package.json' with { type: 'json' }
import { answerFromApp } from '../../../src-main/shell/app-protocol'
import { contentPolicy } from '../../../src-main/shell/content-policy'
import { PortBroker } from '../../../src-main/shell/port-broker'
import { windowOptions } from '../../../src-main/shell/window-options'
import { guardedContents, guardedSession } from './guarded'
import { sourceOf } from './sources'

vi.mock('electron', () => ({ shell: { openExternal: vi.fn(async () => {}) } }))
beforeEach(() => {
  vi.mocked(shell.openExternal).mockClear()
})

const own = 'app://neurocad/connect'
const hostile = [
  'https://evil.example/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://neurocad/1',
  'about:blank',
  'view-source:app://neurocad/',
  'app://other/',
  'app://user@neurocad/',
  'chrome://settings',
  'devtools://devtools',
  'neurocad://connect/slackApi',
]
const preferences = (['linux', 'darwin', 'win32'] as const).flatMap((platform) =>
  [true, false].map((packaged) => windowOptions('/p', platform, packaged).webPreferences ?? {}),
)
const shellCode = sourceOf('src-main/shell', 'src-preload')
const pageCode = sourceOf('src-renderer')

/** https://www.electronjs.org/docs/latest/tutorial/security, its points in its order. */
describe('Electron’s security checklist', () => {
  test('1. only secure content is loaded: the window goes to the application’s own scheme, and asks no other for anything', () => {
    expect([...shellCode.matchAll(/\.loadURL\(([^)]*)\)/g)].map(([, argument]) => argument)).toEqual(['address'])
    // The name of an XML language is no address that anybody asks.
    const code = shellCode.replace('xmlns="http://www.freedesktop.org/standards/shared-mime-info"', '')
    expect(code).not.toMatch(/\.loadFile\(|['"`]http:\/\/(?!127\.)/)
    expect(contentPolicy).not.toMatch(/https?:|\*|ws:/)
  })

  test('2. no Node for what is shown', () => {
    for (const { nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker } of preferences)
      expect([nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker]).toEqual([false, false, false])
    expect(shellCode).not.toMatch(/nodeIntegration\w*: true/)
  })

  test('3. context isolation is on', () => {
    for (const { contextIsolation } of preferences) expect(contextIsolation).toBe(true)
    expect(shellCode).not.toMatch(/contextIsolation: false/)
  })

  test('4. every process of a page is in a sandbox', () => {
    for (const { sandbox } of preferences) expect(sandbox).toBe(true)
    expect(shellCode).toMatch(/\bapp\.enableSandbox\(\)/)
    expect(shellCode).not.toMatch(/sandbox: false|no-sandbox/)
  })

  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'serial',
    'hid',
    'usb',
    'fileSystem',
    'storage-access',
    'idle-detection',
    'unknown',
  ])('5. a page that asks for %s gets it neither before nor when it asks', (permission) => {
    const session = guardedSession()
    const answer = vi.fn()
    session.ask('setPermissionRequestHandler', null, permission, answer, { requestingUrl: own })
    expect(answer.mock.calls).toEqual([[false]])
    expect(session.ask('setPermissionCheckHandler', null, permission, 'app://neurocad/', {})).toBe(false)
  })

  test('5. devices, screens and downloads, which are asked for in other ways, are refused as well', () => {
    const session = guardedSession()
    expect(session.ask('setDevicePermissionHandler', { deviceType: 'usb', origin: 'app://neurocad' })).toBe(false)
    const answer = vi.fn()
    session.ask('setDisplayMediaRequestHandler', {}, answer)
    expect(answer.mock.calls).toEqual([[null]])
    expect(session.stops('will-download')).toBe(true)
  })

  test('6. web security is on', () => {
    for (const { webSecurity } of preferences) expect(webSecurity).toBe(true)
    expect(shellCode).not.toMatch(/webSecurity: false|disable-web-security|bypassCSP|corsEnabled/)
  })

  test('7. everything that is answered has a content security policy that starts from nothing', async () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; /)
    expect(contentPolicy).not.toMatch(/unsafe|\*/)
    for (const path of ['/', '/connect', '/nothing.js', '/problem/window'])
      expect(
        (await answerFromApp('/nowhere', { method: 'GET', url: `app://neurocad${path}` })).headers.get('content-security-policy'),
        path,
      ).toBe(contentPolicy)
  })

  test('8. no insecure content is let in', () => {
    for (const { allowRunningInsecureContent } of preferences) expect(allowRunningInsecureContent).toBe(false)
    expect(shellCode).not.toMatch(
      /allowRunningInsecureContent: true|certificate-error|setCertificateVerifyProc|ignore-certificate/,
    )
  })

  test('9. no experimental features are on', () => {
    for (const options of preferences) expect(options.experimentalFeatures).not.toBe(true)
    expect(shellCode).not.toMatch(/experimentalFeatures|enable-experimental/)
  })

  test('10. no features of Blink are switched on', () => {
    for (const options of preferences) expect(options.enableBlinkFeatures).toBeUndefined()
    expect(shellCode).not.toMatch(/enableBlinkFeatures|enable-blink-features|appendSwitch\(['"]enable-features/)
  })

  test('11. no webview is there to allow popups in', () => {
    expect(`${shellCode}${pageCode}`).not.toMatch(/<webview|allowpopups/i)
    for (const { webviewTag } of preferences) expect(webviewTag).toBe(false)
  })

  test('12. a webview that came about nevertheless is not attached, in any contents', () => {
    expect(guardedContents().stops('will-attach-webview')).toBe(true)
    expect(shellCode).toMatch(/app\.on\('web-contents-created', \(_event, contents\) => guardContents\(contents\)\)/)
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('13. %s goes nowhere but to the application', (event) => {
    const contents = guardedContents()
    for (const url of hostile) expect(contents.stops(event, { url }), url).toBe(true)
    expect(contents.stops(event, { url: own })).toBe(false)
  })

  test('13. a file that is dropped on the window is not opened in it', () => {
    for (const { navigateOnDragDrop } of preferences) expect(navigateOnDragDrop).toBe(false)
    expect(guardedContents().stops('will-navigate', { url: 'file:///home/ada/dropped.html' })).toBe(true)
  })

  test('14. no window is opened beside the one, whatever it would show', () => {
    const contents = guardedContents()
    for (const url of [...hostile, own]) expect(contents.ask('setWindowOpenHandler', { url }), url).toEqual({ action: 'deny' })
  })

  test('15. the system opens web pages for the page, and no file and no program', () => {
    const contents = guardedContents()
    const open = (url: string) => contents.ask('setWindowOpenHandler', { url })
    for (const url of hostile.filter((address) => !/^https?:/.test(address))) open(url)
    for (const url of ['smb://host/share', 'ms-msdt:/id', 'http://evil.example/', 'https://a:b@evil.example/', 'mailto:a@b'])
      open(url)
    expect(shell.openExternal).not.toHaveBeenCalled()
    open('https://slack.com/oauth')
    open('http://127.0.0.1:4321/consent')
    expect(vi.mocked(shell.openExternal).mock.calls).toEqual([['https://slack.com/oauth'], ['http://127.0.0.1:4321/consent']])
    expect(shellCode.match(/openExternal\(/g)).toHaveLength(1)
  })

  test('15. a system that opens no web pages ends nothing, and the address, which may hold a state, is not logged', async () => {
    const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    vi.mocked(shell.openExternal).mockRejectedValueOnce(new Error('no browser for https://slack.com/oauth?state=s3cret'))
    guardedContents().ask('setWindowOpenHandler', { url: 'https://slack.com/oauth?state=s3cret' })
    await expect.poll(() => logged.mock.calls.length).toBe(1)
    expect(String(logged.mock.calls[0]?.[0])).toMatch(/could not be opened/)
    expect(String(logged.mock.calls[0]?.[0])).not.toMatch(/slack|s3cret/)
    logged.mockRestore()
  })

  test('16. Electron is a current version, and exactly one', () => {
    expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(manifest.devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45)
  })

  test('17. a message counts only from the main frame of our window, at our address', () => {
    const broker = new PortBroker<string>(() => 7)
    const from = (change: object) => ({ sender: { id: 7 }, senderFrame: { url: own, parent: null }, ports: ['p'], ...change })
    expect(broker.announce(from({}), 'nonce')).toBe(true)
    for (const change of [
      { sender: { id: 8 } },
      { senderFrame: null },
      { senderFrame: { url: 'https://evil.example/', parent: null } },
      { senderFrame: { url: own, parent: {} } },
    ]) {
      expect(broker.announce(from(change), 'other')).toBe(false)
      expect(broker.accept(from(change), 'nonce')).toBeUndefined()
    }
    expect(broker.accept(from({}), 'nonce')).toBe('p')
    // No other channel listens.
    expect([...shellCode.matchAll(/ipcMain\.(\w+)\((\S+?),/g)].map(([, how, channel]) => `${how} ${channel}`)).toEqual([
      'on shellChannel.announce',
      'on shellChannel.connect',
    ])
  })

  test('18. pages come from a scheme of our own, never from `file:`', () => {
    expect(shellCode).toMatch(/protocol\.handle\(appScheme,/)
    expect(shellCode).not.toMatch(/file:\/\/|interceptFileProtocol|registerFileProtocol|pathToFileURL/)
    const [, privileges = ''] = /privileges: \{([^}]*)\}/.exec(shellCode) ?? []
    expect(privileges).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled/)
  })

  test('19. the fuses that nobody needs are blown', () => {
    expect(builder.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(builder.asar).toBe(true)
  })

  test('20. no API of Electron is exposed to the page', () => {
    const preload = sourceOf('src-preload')
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1)
    const [, exposed = ''] = /exposeInMainWorld\(pageBridgeName, \{([\s\S]*?)\} satisfies PageBridge\)/.exec(preload) ?? []
    expect(exposed).not.toBe('')
    expect(exposed).not.toMatch(/ipcRenderer|require|process|invoke|sendSync/)
    expect(pageCode).not.toMatch(/from 'electron'|require\('electron'\)/)
  })
})

describe('beyond the checklist', () => {
  test('an installed application has no developer tools', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(windowOptions('/p', platform, true).webPreferences?.devTools).toBe(false)
  })

  test('a page that does not want to be left keeps no window open, and the program not from ending', () => {
    expect(guardedContents().stops('will-prevent-unload')).toBe(true)
  })

  test('no dictionary is fetched for what is typed', () => {
    for (const { spellcheck } of preferences) expect(spellcheck).toBe(false)
  })

  test('a release that nobody signed is an error where systems check signatures', () => {
    expect(builder.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    expect(builder.win).toMatchObject({ verifyUpdateCodeSignature: true })
    expect(builder.forceCodeSigning).toBe(process.platform !== 'linux')
  })
})
