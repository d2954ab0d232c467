import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { shellMessages } from '../../../src-main/host/bridge/shell-messages'
import type { ToShell } from '../../../src-shared/bridge/engine-message'
import { FakeEngine } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

const password = 'correct horse'
const link = { kind: 'callback', type: 'slackApi', query: 'code=secret-of-mine&state=1' } as const

let engine: FakeEngine
let logger: FakeLogger
let told: ToShell[]
let hear: ReturnType<typeof shellMessages>

beforeEach(async () => {
  engine = new FakeEngine('locked', password)
  await engine.unlock({ password })
  logger = new FakeLogger()
  told = []
  const shell = { tell: (message: ToShell) => void told.push(message) }
  hear = shellMessages({ engine, shell, logger, autoLock: { present() {}, happened() {} } })
})

test('a link that an authorization waited for brings the window forward', async () => {
  const complete = vi.spyOn(engine.useCases.callback, 'complete')
  hear(link)
  await vi.waitFor(() => expect(told).toEqual([{ kind: 'callback_accepted' }]))
  expect(complete.mock.calls[0]?.[1]).toEqual({ type: 'slackApi', query: link.query })
})

test.each(['AUTHORIZATION_DENIED', 'PROVIDER_ERROR', 'PROVIDER_TIMEOUT'] as const)(
  'so does one that ends its authorization with %s: whoever sits there is to see it',
  async (code) => {
    vi.spyOn(engine.useCases.callback, 'complete').mockRejectedValue(new EngineError(code))
    hear(link)
    await vi.waitFor(() => expect(told).toEqual([{ kind: 'callback_accepted' }]))
    expect(logger.text()).not.toContain('finished no authorization')
  },
)

describe('a link that nobody waited for brings nothing forward, and its text is in no log', () => {
  const refused = async () => {
    await vi.waitFor(() => expect(logger.lines).toHaveLength(1))
    await setImmediate()
    expect(told).toEqual([])
    expect(logger.text()).not.toContain('secret-of-mine')
  }

  test.each([
    ['because its state is nobody’s', 'AUTHORIZATION_UNKNOWN'],
    ['because it came twice', 'AUTHORIZATION_USED'],
    ['because it came too late', 'AUTHORIZATION_EXPIRED'],
    ['because it answers nothing', 'INVALID_INPUT'],
  ] as const)('%s', async (_why, code) => {
    vi.spyOn(engine.useCases.callback, 'complete').mockRejectedValue(new EngineError(code))
    hear(link)
    await refused()
  })

  test('because its type is none', async () => {
    hear({ ...link, type: 'nobodyApi' })
    await refused()
  })

  test('because the vault is locked', async () => {
    await engine.lock()
    hear(link)
    await refused()
  })
})
