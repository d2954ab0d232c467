import { expect, test, vi } from 'vitest'
import { createConnectStore } from '../../src-renderer/stores/connect-store'
import type { RunSummary } from '../../src-shared/contract/run'
import { createFakeLink, type FakeOptions } from '../fakes/client'
import { connectionId } from '../fakes/client-data'
import { recipeId } from '../fakes/client-recipes'
import { runId } from '../fakes/client-runs'

/** A store that follows a fake engine with some recipes. */
async function following(options: Partial<FakeOptions> = {}) {
  const link = createFakeLink({ connections: 3, everyType: true, recipes: 3, ...options })
  const store = createConnectStore({ kind: 'browser', link, session: null, openPage: () => undefined })
  await store.getState().start()
  await vi.waitFor(() => expect(store.getState().revision).toBe(1))
  return {
    link,
    store,
    state: store.getState,
    call: (path: string, input: unknown) => link.call(path.split('.'), input, { context: {} }),
  }
}

test('a recipe that somebody else changed is read anew where it is shown', async () => {
  const { state, call } = await following()
  await state().loadRecipe(recipeId(0))
  expect(state().recipeViews[recipeId(0)]?.verdict.ok).toBe(true)
  await call('recipe.choose', { id: recipeId(0), nodeId: 'file', connectionId: null })
  await vi.waitFor(() => expect(state().recipeViews[recipeId(0)]?.verdict.ok).toBe(false))
})

test('a list of recipes shows the verdicts of now', async () => {
  const { state, call } = await following()
  const close = state().openRecipes('')
  await vi.waitFor(() => expect(state().recipeLists['']?.window?.total).toBe(3))
  await call('recipe.choose', { id: recipeId(0), nodeId: 'file', connectionId: null })
  await vi.waitFor(() => expect(state().recipes[recipeId(0)]?.verdict.ok).toBe(false))
  close()
  expect(state().recipeLists['']).toBeUndefined()
})

test('a recipe that is gone says so where it was shown', async () => {
  const { state, call } = await following()
  await state().loadRecipe(recipeId(2))
  await call('recipe.remove', { id: recipeId(2) })
  await vi.waitFor(() => expect(state().recipeViews[recipeId(2)]).toBeNull())
})

test('nothing of recipes, runs, grants and the inbox outlives a lock', async () => {
  const { state } = await following({ deliveries: 3 })
  await Promise.all([state().loadRecipe(recipeId(0)), state().loadRun(runId(0)), state().loadGrants(), state().loadReceiver()])
  state().openDeliveries('')
  await vi.waitFor(() => expect(Object.keys(state().deliveries)).toHaveLength(3))
  state().becomeLocked()
  expect(state()).toMatchObject({
    recipes: {},
    recipeViews: {},
    runs: {},
    runViews: {},
    grants: undefined,
    deliveries: {},
    receiver: undefined,
  })
})

test('an answer to a question from before a lock is not taken for one of now', async () => {
  const { state } = await following({ latency: 5 })
  const reading = state().loadRecipe(recipeId(0))
  state().becomeLocked()
  await reading
  expect(state().recipeViews).toEqual({})
})

test('a run that is started is known by its first event, long before it has ended', async () => {
  const { state, link } = await following()
  const deploymentId = (await state().client.deployment.list({})).items.at(-1)?.id
  if (deploymentId === undefined) throw new Error('Nothing is deployed.')
  await state().loadRun(runId(0))
  link.hold()
  const begun = state().startRun({ id: deploymentId })
  const known = state().runViews[runId(0)]
  if (known === undefined) throw new Error('The run was not read.')
  const { nodes: _nodes, retryOf: _retryOf, ...summary } = known
  const event = (run: Partial<RunSummary>) => link.emit({ kind: 'run', run: { ...summary, deploymentId, ...run } })
  // Another one of the same deployment, which something else started.
  event({ id: runId(700), cause: 'webhook' })
  event({ id: runId(701), cause: 'manual', status: 'running' })
  await expect(begun).resolves.toBe(runId(701))
})

test('the last run of a recipe follows its events, and an older one does not take its place', async () => {
  const { state, link } = await following()
  await state().loadRecipe(recipeId(0))
  const last = state().recipeViews[recipeId(0)]?.lastRun
  if (last == null) throw new Error('It never ran.')
  link.emit({ kind: 'run', run: { ...last, id: runId(900), status: 'running' } })
  await vi.waitFor(() => expect(state().recipeViews[recipeId(0)]?.lastRun?.id).toBe(runId(900)))
  link.emit({ kind: 'run', run: { ...last, id: runId(0), status: 'cancelled' } })
  await vi.waitFor(() => expect(state().runs[runId(0)]?.status).toBe('cancelled'))
  expect(state().recipeViews[recipeId(0)]?.lastRun?.id).toBe(runId(900))
})

test('a grant that is revoked elsewhere is seen where grants are shown, and is not asked for otherwise', async () => {
  const { state, call } = await following()
  expect(state().grants).toBeUndefined()
  await state().loadGrants()
  const [first] = state().grants ?? []
  await call('grant.revoke', { id: first?.id })
  await vi.waitFor(() => expect(state().grants?.[0]?.status).toBe('revoked'))
})

test('a delivery that comes, goes on and is deleted is followed without reading it', async () => {
  const { state, store, link } = await following({ deliveries: 2 })
  state().openDeliveries('')
  await vi.waitFor(() => expect(state().deliveryLists['']?.window?.total).toBe(2))
  const [known] = Object.values(state().deliveries)
  if (known === undefined) throw new Error('There is no delivery.')
  // Seen as it happens: the fake engine itself does not know of it, and what the list reads next is as before.
  const followed = new Promise<void>((resolve) => {
    const stop = store.subscribe(({ deliveries }) => {
      if (deliveries[known.id]?.state !== 'received') return
      stop()
      resolve()
    })
  })
  link.emit({ kind: 'delivery', delivery: { ...known, received: known.size, state: 'received' } })
  await followed
  await state().removeDelivery(known.id, false)
  await vi.waitFor(() => expect(state().deliveryLists['']?.window?.total).toBe(1))
  expect(state().deliveries[known.id]).toBeUndefined()
})

test('binding another connection everywhere tells how many recipes it was', async () => {
  const { state } = await following()
  await expect(state().rebind(connectionId(0), connectionId(1))).resolves.toBe(2)
})
