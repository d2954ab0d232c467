import { type ShownRows, useShownList } from '../lib/use-shown-list'
import type { RunFilter } from './run-slice'
import { useConnect } from './use-connect'

/** Runs of one recipe or of all, newest first, as many as are looked at. */
export function useRuns(of: RunFilter): ShownRows {
  const lists = useConnect((state) => state.runLists)
  const open = useConnect((state) => state.openRuns)
  const reach = useConnect((state) => state.reachInRuns)
  const retry = useConnect((state) => state.retryRuns)
  return useShownList<RunFilter>({ key: of, lists, open, reach, retry })
}
