import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreApi } from 'zustand'
import { type ConnectState, createConnectStore } from '../../src-renderer/stores/connect-store'
import { createFakeLink } from '../fakes/client'
import { connectionId, connectionView } from '../fakes/client-data'

/** A page shares two cores with everything else that is tested. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

let link: ReturnType<typeof createFakeLink>
let store: StoreApi<ConnectState>
let asked: string[]
const state = () => store.getState()
const now = Date.now()

beforeEach(async () => {
  link = createFakeLink({ connections: 3 })
  asked = []
  const counting: typeof link = {
    ...link,
    call(path, input, options) {
      asked.push(path.join('.'))
      return link.call(path, input, options)
    },
  }
  store = createConnectStore({ kind: 'desktop', link: counting, session: null, openPage: vi.fn() })
  await state().start()
  // Of the first three the third is in trouble.
  await eventually(() => expect(state().attentionCount).toBe(1))
})

const breakOne = (n: number) =>
  link.emit({
    kind: 'connection',
    connection: {
      ...connectionView(n, now),
      status: 'needs_reauth',
      statusReason: 'tokens_revoked',
      statusAt: new Date().toISOString(),
      version: 2,
    },
  })

test('a connection that breaks is told of, and what broke together is told together', async () => {
  breakOne(0)
  breakOne(1)
  await eventually(() => expect(state().broken).toEqual([connectionId(0), connectionId(1)]))
})

test('what this tab has just asked about is not told of: it is shown where it was asked', async () => {
  const testing = state().test(connectionId(0))
  breakOne(0)
  breakOne(1)
  await testing
  await eventually(() => expect(state().broken).toEqual([connectionId(1)]))
})

test('what was in trouble before is not told of when it changes again', async () => {
  link.emit({ kind: 'connection', connection: { ...connectionView(2, now), status: 'error', version: 2 } })
  breakOne(0)
  await eventually(() => expect(state().broken).toEqual([connectionId(0)]))
})

test('a notice forgets what works again', async () => {
  breakOne(0)
  await eventually(() => expect(state().broken).toHaveLength(1))
  link.emit({ kind: 'connection', connection: { ...connectionView(0, now), version: 3 } })
  await eventually(() => expect(state().broken).toEqual([]))
})

test('a burst of a thousand changes is counted with few questions, not one for each', async () => {
  asked.length = 0
  for (let n = 100; n < 1100; n++) breakOne(n)
  await eventually(() => expect(state().broken).toHaveLength(1000))
  await eventually(() => expect(asked).toContain('connection.list'))
  expect(asked.filter((name) => name === 'connection.list').length).toBeLessThan(100)
})

test('the count follows a removal in this tab, too', async () => {
  await state().remove(connectionId(2))
  await eventually(() => expect(state().attentionCount).toBe(0))
})

test('locking forgets what broke, the count and the walk', async () => {
  breakOne(0)
  await eventually(() => expect(state().broken).toHaveLength(1))
  state().startWalk([connectionId(0)])
  state().becomeLocked()
  expect(state()).toMatchObject({ broken: [], attentionCount: undefined, walk: undefined })
})

test('skipping goes to the next one and leaves the consent page of this one behind', async () => {
  link.emit({ kind: 'connection', connection: { ...connectionView(0, now), status: 'error', version: 2 } })
  await eventually(() => expect(state().connections[connectionId(0)]?.status).toBe('error'))
  state().startWalk([connectionId(2), connectionId(0)])
  await state().takeStep()
  expect(state().waiting?.purpose).toMatchObject({ kind: 'reconnect', connection: { id: connectionId(2) } })
  state().walkOn()
  expect(state()).toMatchObject({ waiting: undefined, walk: { at: 1 } })
  state().walkOn()
  expect(state().walk).toBeUndefined()
})
