import type { Inputs } from '../../src-shared/contract'
import type { RunSummary, RunView } from '../../src-shared/contract/run'
import type { RecipeId, RunId } from '../../src-shared/domain/identifiers'
import { pageSize } from '../lib/connection-window'
import { createOpenLists, type ShownLists } from '../lib/open-lists'
import { createReader } from '../lib/reader'
import type { Slice } from './connect-store'

interface RunData {
  runs: Partial<Record<string, RunSummary>>
  /** Those that were opened, with their data by node. */
  runViews: Partial<Record<string, RunView>>
  runLists: ShownLists
}

export const noRuns: RunData = { runs: {}, runViews: {}, runLists: {} }

/** Runs of one recipe, or of all. */
export type RunFilter = RecipeId | 'all'

export interface RunSlice extends RunData {
  openRuns(of: RunFilter): () => void
  reachInRuns(of: RunFilter, index: number): void
  retryRuns(of: RunFilter): void
  loadRun(id: RunId): Promise<void>
  /** Resolves as soon as it is known which run it became, which may be long before that ends. */
  startRun(start: Inputs['deployment']['run']): Promise<RunId>
  /** As `startRun`, from the node that failed. */
  retryRun(id: RunId): Promise<RunId>
  cancelRun(id: RunId): Promise<void>
  runChanged(run: RunSummary): void
  reloadRuns(): void
}

export const runSlice: Slice<RunSlice> = (set, get) => {
  /** Who waits to hear what their command became. */
  const starters = new Set<(run: RunSummary) => void>()

  const putAll = (runs: readonly RunSummary[]) =>
    set((state) => ({ runs: { ...state.runs, ...Object.fromEntries(runs.map((run) => [run.id, run])) } }))
  const put = (view: RunView) =>
    set(({ runs, runViews }) => ({
      runs: { ...runs, [view.id]: view },
      runViews: { ...runViews, [view.id]: view },
    }))
  const lists = createOpenLists<RunFilter>({
    keyOf: (of) => of,
    async read(of, cursor, signal) {
      const { epoch, client } = get()
      const recipeId = of === 'all' ? undefined : of
      const page = await client.run.list({ recipeId, limit: pageSize, cursor }, { signal })
      if (get().epoch === epoch) putAll(page.items)
      // How many there are in all nobody counts: as many as were read.
      return { ...page, total: 0 }
    },
    show: (key, shown) => set((state) => ({ runLists: { ...state.runLists, [key]: shown } })),
  })
  const read = createReader(async (id: RunId) => {
    const { epoch, client } = get()
    const view = await client.run.get({ id })
    if (get().epoch === epoch) put(view)
  })

  /** Follows a command whose answer comes when the run has ended, and whose first event comes at once. */
  async function begin(command: Promise<RunView>, isIt: (run: RunSummary) => boolean): Promise<RunId> {
    const { epoch } = get()
    const known = new Set(Object.keys(get().runs))
    let hear = (_run: RunSummary) => {}
    const heard = new Promise<RunId>((resolve) => {
      hear = (run) => {
        if (!known.has(run.id) && isIt(run)) resolve(run.id)
      }
    })
    starters.add(hear)
    const answered = command.then((view) => {
      if (get().epoch === epoch) {
        put(view)
        lists.refresh()
      }
      return view.id
    })
    try {
      return await Promise.race([heard, answered])
    } finally {
      starters.delete(hear)
    }
  }

  return {
    ...noRuns,
    openRuns: lists.open,
    reachInRuns: lists.reach,
    retryRuns: lists.retry,
    loadRun: read,
    startRun: (start) =>
      begin(get().client.deployment.run(start), ({ deploymentId, cause }) => deploymentId === start.id && cause === 'manual'),
    retryRun(id) {
      const deploymentId = get().runs[id]?.deploymentId
      return begin(get().client.run.retry({ id }), (run) => run.deploymentId === deploymentId && run.cause === 'retry')
    },

    async cancelRun(id) {
      const { epoch, client } = get()
      const view = await client.run.cancel({ id })
      if (get().epoch === epoch) put(view)
    },

    runChanged(run) {
      const isNew = get().runs[run.id] === undefined
      putAll([run])
      for (const hear of starters) hear(run)
      if (get().runViews[run.id] !== undefined) read(run.id).catch(() => undefined)
      if (isNew) lists.refresh()
      get().recipeRan(run)
    },

    reloadRuns() {
      lists.refresh()
      for (const id of Object.keys(get().runViews)) read(id as RunId).catch(() => undefined)
    },
  }
}
