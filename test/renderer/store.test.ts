import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreApi } from 'zustand'
import { type ConnectState, createConnectStore } from '../../src-renderer/stores/connect-store'
import { listKey } from '../../src-renderer/stores/list-slice'
import { createFakeLink } from '../fakes/client'
import { connectionId, connectionView } from '../fakes/client-data'

let link: ReturnType<typeof createFakeLink>
let store: StoreApi<ConnectState>
const state = () => store.getState()

beforeEach(async () => {
  link = createFakeLink({ connections: 3 })
  store = createConnectStore({ kind: 'desktop', link, session: null, openPage: vi.fn() })
  await state().start()
  await vi.waitFor(() => expect(state().cards).toHaveLength(1))
})

test('an event replaces what is known of a connection', () => {
  const view = { ...connectionView(0, 0), name: 'Renamed', version: 2 }
  link.emit({ kind: 'connection', connection: view })
  return vi.waitFor(() => expect(state().connections[view.id]?.name).toBe('Renamed'))
})

test('an answer that an event has overtaken does not undo it', () => {
  const view = connectionView(0, 0)
  state().putConnections([{ ...view, name: 'Newer', version: 3 }])
  state().putConnections([{ ...view, name: 'Older', version: 2 }])
  expect(state().connections[view.id]?.name).toBe('Newer')
})

test('a new connection finds its place in an open list, and the card counts it', async () => {
  state().openList({})
  await vi.waitFor(() => expect(state().lists[listKey({})]?.window?.total).toBe(3))
  await state().remove(connectionId(0))
  await vi.waitFor(() => expect(state().cards?.[0]?.pill).toEqual({ kind: 'connections', count: 2 }))
  await vi.waitFor(() => expect(state().lists[listKey({})]?.window?.ids.at(-1)).toBe(connectionId(0)))
})

test('locking drops everything that came from the vault at once, before the engine answers', async () => {
  state().openList({})
  await vi.waitFor(() => expect(state().lists[listKey({})]?.window).toBeDefined())
  const locked = state().lock()
  expect(state()).toMatchObject({
    vault: 'locked',
    cards: undefined,
    connections: {},
    lists: {},
    types: {},
    authorizations: {},
    notices: [],
  })
  await locked
})

test('an answer to a question from before the lock is not shown after it', async () => {
  const asked = state().loadConnection(connectionId(0))
  state().becomeLocked()
  await asked
  expect(state().connections).toEqual({})
})

test('reset makes the page read what it shows anew', async () => {
  const before = state().revision
  link.emit({ kind: 'reset' })
  await vi.waitFor(() => expect(state().revision).toBe(before + 1))
})

test('a problem of the vault leads to its page, and of the link to the banner', () => {
  const problem = { sentence: '', recovery: 'none' as const, data: {} }
  state().noticeProblem({ ...problem, code: 'ENGINE_GONE' })
  expect(state().answering).toBe(false)
  state().noticeProblem({ ...problem, code: 'VAULT_LOCKED' })
  expect(state().vault).toBe('locked')
  state().noticeProblem({ ...problem, code: 'VAULT_ABSENT' })
  expect(state().vault).toBe('absent')
  state().noticeProblem({ ...problem, code: 'UNAUTHORIZED' })
  expect(state().phase).toBe('signed_out')
})

test('a conflict over a name overwrites nothing', async () => {
  const view = connectionView(0, 0)
  await state().rename(view, 'Mine')
  await expect(state().rename(view, 'Late')).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  expect(state().connections[view.id]?.name).toBe('Mine')
})
