import { EventEmitter } from 'node:events'
import { app, powerMonitor } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EngineNews } from '../../src-main/shell/engine-news'
import { watchPresence } from '../../src-main/shell/watch-presence'
import type { ToEngine } from '../../src-shared/bridge/engine-message'

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  return { app: new EventEmitter(), powerMonitor: Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 }) }
})
vi.mock('../../src-main/shell/screen-lock-bus', () => ({ watchScreenLock: async () => ({ watching: false, close() {} }) }))

let told: ToEngine[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  told = []
})
afterEach(() => {
  vi.useRealTimers()
  app.removeAllListeners()
  powerMonitor.removeAllListeners()
})

test.runIf(process.platform === 'linux')(
  'on Linux, a system that says 0 for ever shows nobody; a click, a key and a wheel in a window show somebody, a pointer that passes does not',
  async () => {
    const news = new EngineNews()
    await watchPresence({ news, tell: (message) => void told.push(message) })
    const window = new EventEmitter()
    app.emit('web-contents-created', {}, window)
    news.hear({ kind: 'state', vault: 'unlocked', attention: 0 }, () => {})
    const after = (type?: string) => {
      if (type !== undefined) window.emit('input-event', {}, { type })
      vi.advanceTimersByTime(5_000)
      return told.at(-1)
    }
    expect([after(), after()]).toEqual([5, 10].map((seconds) => ({ kind: 'idle', seconds })))
    for (const type of ['mouseDown', 'rawKeyDown', 'keyDown', 'mouseWheel', 'touchStart'])
      expect(after(type), type).toEqual({ kind: 'idle', seconds: 5 })
    expect(after('mouseMove')).toEqual({ kind: 'idle', seconds: 10 })
  },
)
