import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { type RecoveryPorts, WindowRecovery } from '../../src-main/shell/window-recovery'
import { deferred } from '../fakes/deferred'

const app = 'app://neurocad/'
const problem = (name: string) => `app://neurocad/problem/${name}`

let loaded: string[]
let told: string[]
let answer: ReturnType<typeof deferred<'wait' | 'reload'>>
let sent: unknown[]
let contents: EventEmitter & { getURL(): string }
let window: EventEmitter & { webContents: EventEmitter; isDestroyed(): boolean; loadURL(url: string): Promise<void> }
let destroyed: boolean
let recovery: WindowRecovery
beforeEach(() => {
  loaded = []
  told = []
  sent = []
  answer = deferred()
  contents = Object.assign(new EventEmitter(), {
    getURL: () => loaded.at(-1) ?? '',
    send: (...message: unknown[]) => sent.push(message),
  })
  destroyed = false
  window = Object.assign(new EventEmitter(), {
    webContents: contents,
    isDestroyed: () => destroyed,
    loadURL: (url: string) => {
      loaded.push(url)
      if (destroyed) throw new TypeError('Object has been destroyed')
      return Promise.resolve()
    },
  })
  const ports: RecoveryPorts = {
    askToWait: ({ message }) => {
      told.push(message)
      return answer.promise
    },
    onRestart: () => told.push('restart'),
    onHopeless: () => told.push('hopeless'),
  }
  recovery = new WindowRecovery(window as unknown as BrowserWindow, ports)
  recovery.load()
})

const crashes = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
/** Whether the window was kept from going there. */
function navigates(url: string): boolean {
  let stopped = false
  contents.emit('will-navigate', { url, preventDefault: () => (stopped = true) })
  return stopped
}

describe('a window whose page crashes', () => {
  test('is loaded again, then says what happened, and at last ends', () => {
    crashes()
    expect(loaded).toEqual([app, app])
    crashes('oom')
    expect(loaded.at(-1)).toBe(problem('window'))
    expect(told).toEqual([])
    crashes('launch-failed')
    expect(told).toEqual(['hopeless'])
  })

  test('is left alone when its process ended as it should', () => {
    crashes('clean-exit')
    expect(loaded).toEqual([app])
  })
})

describe('a window is never blank', () => {
  test('when the preload does not load: it says so, once, because that page has the same preload', () => {
    contents.emit('preload-error', {}, '/preload', new Error('no'))
    contents.emit('preload-error', {}, '/preload', new Error('no'))
    expect(loaded).toEqual([app, problem('preload')])
  })

  test('when the page is not there', () => {
    contents.emit('did-navigate', {}, app, 404, 'Not Found')
    expect(loaded.at(-1)).toBe(problem('window'))
  })

  test('when the page cannot be loaded; a frame of it is no reason', () => {
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', app, false)
    expect(loaded).toEqual([app])
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', app, true)
    expect(loaded.at(-1)).toBe(problem('window'))
  })

  test('when a load was overtaken by another one: that one is not taken for a failure', () => {
    contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', app, true)
    expect(loaded).toEqual([app])
  })

  test('when the vault’s process keeps ending', () => {
    recovery.show('engine')
    expect(loaded.at(-1)).toBe(problem('engine'))
  })
})

test('the link of a problem’s page starts the application anew; no other link does', () => {
  recovery.show('engine')
  expect(navigates('https://neurocad/problem/restart')).toBe(false)
  expect(navigates('app://neurocad/connect')).toBe(false)
  expect(told).toEqual([])
  expect(navigates('app://neurocad/problem/restart')).toBe(true)
  expect(told).toEqual(['restart'])
  expect(loaded.at(-1)).toBe(app)
})

test('a page that is asked for while a problem is shown is the one that starts anew, once', () => {
  expect(recovery.keeps({ path: '/attention' })).toBe(false)
  recovery.show('engine')
  expect(recovery.keeps({ path: '/settings' })).toBe(true)
  expect(recovery.keeps({ path: '/attention' })).toBe(true)
  navigates('app://neurocad/problem/restart')
  expect(loaded.at(-1)).toBe('app://neurocad/attention')
  recovery.show('engine')
  navigates('app://neurocad/problem/restart')
  expect(loaded.at(-1)).toBe(app)
})

test('a file that was opened while a problem is shown is handed to the page that starts anew', () => {
  recovery.show('engine')
  expect(recovery.keeps({ path: '/recipes', document: '{}' })).toBe(true)
  navigates('app://neurocad/problem/restart')
  expect(loaded.at(-1)).toBe('app://neurocad/recipes')
  expect(sent).toEqual([])
  contents.emit('did-finish-load')
  contents.emit('did-finish-load')
  expect(sent).toEqual([['open-path', '/recipes', '{}']])
})

describe('a window that does not answer', () => {
  test('is loaded again when the person says so', async () => {
    window.emit('unresponsive')
    answer.resolve('reload')
    await expect.poll(() => loaded).toEqual([app, app])
    expect(told).toEqual(['Neurocad Connect is not responding'])
  })

  test('is left alone when the person waits, and asked about again the next time', async () => {
    window.emit('unresponsive')
    answer.resolve('wait')
    await answer.promise
    await Promise.resolve()
    window.emit('unresponsive')
    expect(loaded).toEqual([app])
    expect(told).toHaveLength(2)
  })

  test('and was closed while that was asked is let go', async () => {
    window.emit('unresponsive')
    destroyed = true
    answer.resolve('reload')
    await answer.promise
    await Promise.resolve()
    expect(loaded).toEqual([app])
  })

  test('is asked about once at a time, and left alone when it answers again meanwhile', async () => {
    window.emit('unresponsive')
    window.emit('unresponsive')
    window.emit('responsive')
    answer.resolve('reload')
    await answer.promise
    await Promise.resolve()
    expect(told).toHaveLength(1)
    expect(loaded).toEqual([app])
  })
})
