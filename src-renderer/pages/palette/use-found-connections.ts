import { useEffect, useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { PaletteCommand } from '../../lib/palette-command'
import { useConnect } from '../../stores/use-connect'

/** A palette is for jumping: whoever needs more than these types another letter. */
const shownAtMost = 8

/** The connections that what was typed is about; of "reconnect" alone, those that ask for it. */
export function useFoundConnections({ verb, query }: PaletteCommand): readonly ConnectionView[] {
  const client = useConnect((state) => state.client)
  const [found, setFound] = useState<readonly ConnectionView[]>([])
  const asked = query !== '' || verb !== undefined
  useEffect(() => {
    if (!asked) return setFound([])
    const controller = new AbortController()
    const wanted = query === '' && verb === 'reconnect' ? { needs: 'attention' as const } : { query }
    // What was found before stays while this is on its way, and if it fails: the banner says that nothing answers.
    client.connection.list({ ...wanted, limit: shownAtMost }, { signal: controller.signal }).then(
      ({ items }) => setFound(items),
      () => undefined,
    )
    return () => controller.abort()
  }, [asked, client, query, verb])
  return found
}
