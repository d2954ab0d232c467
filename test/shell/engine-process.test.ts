import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { EngineProcess } from '../../src-main/shell/engine-process'
import type { ShellHandlers } from '../../src-main/shell/shell-handlers'

/** Of Electron's `UtilityProcess`, what is said to it and how it ends. */
class FakeChild extends EventEmitter {
  readonly stdout = new PassThrough()
  readonly stderr = new PassThrough()
  readonly heard: unknown[] = []
  pid: number | undefined = 4711
  postMessage = (message: unknown, ports: unknown[] = []) => void this.heard.push(ports.length === 0 ? message : [message, ports])

  kill(): boolean {
    this.end(0)
    return true
  }

  end(code: number): void {
    this.pid = undefined
    this.emit('exit', code)
  }
}

const children: FakeChild[] = vi.hoisted(() => [])
vi.mock('electron', () => ({
  utilityProcess: {
    fork() {
      const child = new FakeChild()
      children.push(child)
      return child
    },
  },
}))

const update = { state: 'off', version: null, detail: null } as const
let release: () => void
const handlers: ShellHandlers = {
  'keychain.status': () => ({ state: 'available', backend: 'Keychain', reason: null }),
  'keychain.wrap': ({ secret }) => ({ wrapped: secret }),
  'keychain.unwrap': ({ wrapped }) => ({ secret: wrapped, renewed: null }),
  'anchor.read': () => ({ state: 'kept', anchor: null }),
  'anchor.write': () => ({ state: 'kept' }),
  'folder.open': () => null,
  'file.show': () => null,
  'file.open': () => null,
  'folder.choose': () =>
    new Promise((resolve) => {
      release = () => resolve({ path: '/chosen' })
    }),
  'scheme.status': () => ({ registered: true, detail: '' }),
  'update.check': () => update,
  'update.install': () => update,
  'shell.facts': () => ({ version: '1', screenLock: null, tray: true, notifications: true, downloads: '/', update }),
}

let ends: (number | 'halt')[]
let output: PassThrough
let engine: EngineProcess
/** Only closed or passed on, never used. */
const port = () => ({ close: vi.fn() }) as unknown as Electron.MessagePortMain & { close: ReturnType<typeof vi.fn> }
const current = () => {
  const child = children.at(-1)
  if (!child) throw new Error('no engine was started')
  return child
}

beforeEach(() => {
  children.length = 0
  ends = []
  output = new PassThrough()
  engine = new EngineProcess({
    entry: '/engine.js',
    environment: {},
    output,
    handlers,
    onExit: (code) => ends.push(code),
    onHalt: () => ends.push('halt'),
  })
})

describe('a request of the engine', () => {
  test('is answered to the engine that asked', async () => {
    engine.start()
    current().emit('message', { kind: 'ask', id: 3, name: 'keychain.status', input: null })
    await vi.waitFor(() => expect(current().heard).toMatchObject([{ kind: 'answer', id: 3 }]))
  })

  test('is never answered to the one after it, whose numbers start anew', async () => {
    engine.start()
    const first = current()
    first.emit('message', { kind: 'ask', id: 1, name: 'folder.choose', input: { startIn: '/' } })
    first.end(139)
    engine.start()
    release()
    current().emit('message', { kind: 'ask', id: 1, name: 'scheme.status', input: null })
    await vi.waitFor(() => expect(current().heard).toHaveLength(1))
    expect(current().heard).toMatchObject([{ output: { registered: true } }])
    expect(first.heard).toEqual([])
  })
})

describe('an engine that ended', () => {
  test('is started again by the next port, and what it said of the vault counts no more', () => {
    engine.start()
    current().emit('message', { kind: 'state', vault: 'unlocked', attention: 1 })
    current().end(139)
    expect(ends).toEqual([139])
    expect(engine.news.state.vault).toBe('unknown')
    engine.tell({ kind: 'lock' })
    const next = port()
    engine.connect(next)
    expect(children).toHaveLength(2)
    expect(current().heard).toEqual([[{ kind: 'connect' }, [next]]])
  })

  test('three times at once is not started by a port any more, until a person says so', () => {
    for (let n = 0; n < 3; n++) {
      engine.start()
      current().end(1)
    }
    expect(ends).toEqual([1, 1, 'halt'])
    const refused = port()
    engine.connect(refused)
    expect(refused.close).toHaveBeenCalled()
    expect(ends).toEqual([1, 1, 'halt', 'halt'])
    expect(children).toHaveLength(3)
    engine.resume()
    expect(children).toHaveLength(4)
  })

  test('because the application does is not started again', async () => {
    engine.start()
    await engine.stop()
    expect(ends).toEqual([])
    const late = port()
    engine.connect(late)
    engine.resume()
    expect(late.close).toHaveBeenCalled()
    expect(children).toHaveLength(1)
  })
})

test('what the engine prints goes where it was asked for, and what it logs does not', async () => {
  engine.start()
  const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  current().stderr.write('a log line\n')
  current().stdout.write('{"event":"ready"}\n')
  await vi.waitFor(() => expect(logged).toHaveBeenCalled())
  logged.mockRestore()
  await vi.waitFor(() => expect(output.read()?.toString()).toBe('{"event":"ready"}\n'))
})
