import { type ShownRows, useShownList } from '../../lib/use-shown-list'
import { useConnect } from '../../stores/use-connect'

/** What was received, newest first, as many as are looked at. */
export function useDeliveries(query: string): ShownRows {
  const lists = useConnect((state) => state.deliveryLists)
  const open = useConnect((state) => state.openDeliveries)
  const reach = useConnect((state) => state.reachInDeliveries)
  const retry = useConnect((state) => state.retryDeliveries)
  return useShownList({ key: query, lists, open, reach, retry })
}
