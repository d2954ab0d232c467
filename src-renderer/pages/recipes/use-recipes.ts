import { type ShownRows, useShownList } from '../../lib/use-shown-list'
import { useConnect } from '../../stores/use-connect'

/** The recipes whose name matches, as many as are looked at. */
export function useRecipes(query: string): ShownRows {
  const lists = useConnect((state) => state.recipeLists)
  const open = useConnect((state) => state.openRecipes)
  const reach = useConnect((state) => state.reachInRecipes)
  const retry = useConnect((state) => state.retryRecipes)
  return useShownList({ key: query, lists, open, reach, retry })
}
