import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type BrowserSession, browserSession } from '../../src-renderer/lib/session'
import { createConnectStore } from '../../src-renderer/stores/connect-store'
import { createFakeLink } from '../fakes/client'

/** What the other tab hears, and by which it answers: when the test says so. */
let other: BroadcastChannel
let asked: Promise<unknown>

beforeEach(() => {
  other = new BroadcastChannel('neurocad-connect.session')
  asked = new Promise((resolve) => other.addEventListener('message', resolve, { once: true }))
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  vi.stubGlobal('location', { hash: '', pathname: '/connect', search: '' })
})

afterEach(() => {
  other.close()
  vi.unstubAllGlobals()
})

const answer = (token: string) => other.postMessage({ kind: 'answer', token })

function newTab() {
  const session: BrowserSession = browserSession()
  const store = createConnectStore({ kind: 'browser', link: createFakeLink({ connections: 0 }), session, openPage: vi.fn() })
  return { session, store, started: store.getState().start() }
}

test('a new tab is signed in by the answer of another', async () => {
  const { session, store, started } = newTab()
  await asked
  answer('token-of-the-other')
  await started
  expect(store.getState().phase).toBe('signed_in')
  expect(session.token()).toBe('token-of-the-other')
})

test('a new tab that nobody answers asks for a token, and an answer that comes late signs it in', async () => {
  const { session, store, started } = newTab()
  await started
  expect(store.getState().phase).toBe('signed_out')
  answer('token-of-a-slow-tab')
  await vi.waitFor(() => expect(store.getState().phase).toBe('signed_in'))
  expect(session.token()).toBe('token-of-a-slow-tab')
})

test('whoever signed in meanwhile stays who they are, whatever another tab answers late', async () => {
  const { session, store, started } = newTab()
  await started
  await store.getState().signIn('token-that-was-typed')
  const third = new BroadcastChannel('neurocad-connect.session')
  const heard = new Promise((resolve) => third.addEventListener('message', resolve, { once: true }))
  answer('token-of-a-slow-tab')
  await heard
  third.close()
  expect(session.token()).toBe('token-that-was-typed')
})
