import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreApi } from 'zustand'
import { mayRestart } from '../../src-renderer/lib/engine-restarts'
import { type ConnectState, createConnectStore } from '../../src-renderer/stores/connect-store'
import { createFakeLink } from '../fakes/client'

let store: StoreApi<ConnectState>
let end: () => void
let link: ReturnType<typeof createFakeLink>
const state = () => store.getState()

/** Another engine has no key: its vault is locked. */
const another = () => createFakeLink({ connections: 3, vault: 'locked' })

beforeEach(async () => {
  link = createFakeLink({ connections: 3 })
  store = createConnectStore({
    kind: 'desktop',
    link: { call: (...call) => link.call(...call) },
    session: null,
    openPage: vi.fn(),
    onEngineEnd: (listener) => {
      end = listener
    },
  })
  await state().start()
  await state().loadCards()
})

test('when the engine ends, nothing that came from it is shown, and another one is asked for at once', async () => {
  link = another()
  end()
  expect(state()).toMatchObject({ engine: 'restarting', vault: 'unknown', cards: undefined, connections: {}, lists: {} })
  await vi.waitFor(() => expect(state()).toMatchObject({ engine: 'restarted', vault: 'locked' }))
})

test('the page that asks to unlock says what happened until the vault is open again', async () => {
  link = another()
  end()
  await vi.waitFor(() => expect(state().vault).toBe('locked'))
  await state().readVault()
  expect(state().engine).toBe('restarted')
  await state().unlock({ password: 'seven maple drums' })
  expect(state().engine).toBe('running')
})

test('an engine that ends again and again is not started for ever', async () => {
  link = another()
  for (let n = 0; n < 4; n++) end()
  expect(state().engine).toBe('stopped')
})

test('ends that lie far apart are each their own', () => {
  const hour = 3_600_000
  expect(mayRestart([0, hour, 2 * hour, 3 * hour, 4 * hour])).toBe(true)
  expect(mayRestart([0, 1, 2])).toBe(true)
  expect(mayRestart([0, 1, 2, 3])).toBe(false)
})
