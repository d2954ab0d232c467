import { useEffect, useState } from 'react'
import type { RecipeSummary } from '../../../src-shared/contract/recipe'
import { useConnect } from '../../stores/use-connect'

/** A palette is for jumping: whoever needs more than these types another letter. */
const shownAtMost = 5

interface Found {
  query: string
  items: readonly RecipeSummary[]
}

const nothing: Found = { query: '', items: [] }

/**
 * The recipes that what was typed is about.
 * @param typed what to find as it stands in the field by now: Enter must not open what was found for less of it
 */
export function useFoundRecipes(query: string, typed: string): readonly RecipeSummary[] {
  const client = useConnect((state) => state.client)
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    if (query === '') return setFound(nothing)
    const controller = new AbortController()
    // What was found before stays while this is on its way, and if it fails: the banner says that nothing answers.
    client.recipe.list({ query, limit: shownAtMost }, { signal: controller.signal }).then(
      ({ items }) => setFound({ query, items }),
      () => undefined,
    )
    return () => controller.abort()
  }, [client, query])
  if (found.query === typed) return found.items
  return found.items.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
}
