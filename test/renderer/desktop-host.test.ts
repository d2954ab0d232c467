import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { desktopHost } from '../../src-renderer/lib/desktop-host'
import type { Host } from '../../src-renderer/lib/host'

/** The ends that the page has handed over, the newest last. */
let handed: MessagePort[]
let exit: (heard?: number) => void
let open: (path: string, document?: string) => void
let host: Host

beforeEach(() => {
  handed = []
  vi.stubGlobal('location', { origin: 'app://connect' })
  vi.stubGlobal('window', {
    postMessage: (message: unknown, _origin: string, [port]: MessagePort[]) => {
      expect(message).toEqual({ kind: 'connect', nonce: 'n' })
      if (port !== undefined) handed.push(port)
    },
  })
  host = desktopHost({
    nonce: 'n',
    onEngineExit: (listener) => {
      exit = listener
    },
    onOpen: (listener) => {
      open = listener
    },
  })
})

afterEach(() => {
  for (const port of handed) port.close()
  vi.unstubAllGlobals()
})

const call = () => host.link.call(['vault', 'status'], undefined, { context: {} })

test('calls share one port', () => {
  call().catch(() => undefined)
  call().catch(() => undefined)
  expect(handed).toHaveLength(1)
})

test('when the shell says that the engine ended, the calls under way fail, and the next one brokers a new port', async () => {
  const ended = vi.fn()
  host.onEngineEnd?.(ended)
  const underWay = call()
  exit()
  await expect(underWay).rejects.toBeDefined()
  expect(ended).toHaveBeenCalledOnce()
  call().catch(() => undefined)
  expect(handed).toHaveLength(2)
})

test('when the port closes by itself, that is an end too, told once although the shell says it later', async () => {
  const ended = vi.fn()
  host.onEngineEnd?.(ended)
  const underWay = call()
  handed[0]?.close()
  await expect(underWay).rejects.toBeDefined()
  exit()
  expect(ended).toHaveBeenCalledOnce()
})

test('word of an end that was said before the next port was heard of ends the one before alone', async () => {
  const ended = vi.fn()
  host.onEngineEnd?.(ended)
  const underWay = call()
  handed[0]?.close()
  await expect(underWay).rejects.toBeDefined()
  const next = call()
  next.catch(() => undefined)
  exit(1)
  expect(ended).toHaveBeenCalledOnce()
  // It has reached another engine by now, whose end counts.
  exit(2)
  await expect(next).rejects.toBeDefined()
  expect(ended).toHaveBeenCalledTimes(2)
})

test('whoever hears of the end and asks at once asks a new port, not the closed one', () => {
  let asks = true
  host.onEngineEnd?.(() => {
    if (asks) call().catch(() => undefined)
    asks = false
  })
  call().catch(() => undefined)
  exit()
  expect(handed).toHaveLength(2)
})

test('an end that is heard of between two engines forgets no port', () => {
  exit()
  call().catch(() => undefined)
  expect(handed).toHaveLength(1)
})

test('a path of the application is opened, anything else is not', () => {
  const opened = vi.fn()
  host.onOpen?.(opened)
  open('/connect/provider/slackApi')
  open('//evil.example')
  open('javascript:alert(1)')
  open('/recipes', '{}')
  open('/recipes?x', '{}')
  expect(opened.mock.calls).toEqual([
    ['/connect/provider/slackApi', undefined],
    ['/recipes', '{}'],
  ])
})
