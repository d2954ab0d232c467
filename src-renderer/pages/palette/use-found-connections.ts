import { useEffect, useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { startsWords } from '../../lib/card-groups'
import type { PaletteCommand } from '../../lib/palette-command'
import { useConnect } from '../../stores/use-connect'

/** A palette is for jumping: whoever needs more than these types another letter. */
const shownAtMost = 8

interface Found {
  query: string
  items: readonly ConnectionView[]
}

const nothing: Found = { query: '', items: [] }

/**
 * The connections that what was typed is about; of "reconnect" alone, those that ask for it.
 * @param typed what to find as it stands in the field by now: Enter must not open what was found for less of it
 */
export function useFoundConnections({ verb, query }: PaletteCommand, typed: string): readonly ConnectionView[] {
  const client = useConnect((state) => state.client)
  const [found, setFound] = useState(nothing)
  const asked = query !== '' || verb !== undefined
  useEffect(() => {
    if (!asked) return setFound(nothing)
    const controller = new AbortController()
    const wanted = query === '' && verb === 'reconnect' ? { needs: 'attention' as const } : { query }
    // What was found before stays while this is on its way, and if it fails: the banner says that nothing answers.
    client.connection.list({ ...wanted, limit: shownAtMost }, { signal: controller.signal }).then(
      ({ items }) => setFound({ query, items }),
      () => undefined,
    )
    return () => controller.abort()
  }, [asked, client, query, verb])
  if (found.query === typed) return found.items
  return found.items.filter(({ name, account, type, id }) =>
    startsWords([name, account.label, account.id, type, id].join(' '), typed),
  )
}
