import { useEffect, useState } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { ProviderMark } from '../../components/provider-mark'
import { StatusBadge } from '../../components/status-badge'
import { useConnect } from '../../stores/use-connect'
import { PaletteGroup, PaletteItem } from './palette-item'

/** A palette is for jumping: whoever needs more than these types another letter. */
const shownAtMost = 8

export function FoundConnections({ query, onOpen }: { query: string; onOpen(id: string): void }) {
  const client = useConnect((state) => state.client)
  const [found, setFound] = useState<readonly ConnectionView[]>([])
  useEffect(() => {
    const controller = new AbortController()
    // What was found before stays while this is on its way, and if it fails: the banner says that nothing answers.
    client.connection.list({ query, limit: shownAtMost }, { signal: controller.signal }).then(
      ({ items }) => setFound(items),
      () => undefined,
    )
    return () => controller.abort()
  }, [client, query])

  return (
    <PaletteGroup title="Connections">
      {found.map(({ id, type, name, account, status }) => (
        <PaletteItem key={id} value={id} onSelect={() => onOpen(id)}>
          <ProviderMark type={type} size="small" />
          <span className="truncate font-medium">{name}</span>
          {account.label !== name && <span className="truncate text-muted">{account.label}</span>}
          {status !== 'active' && (
            <span className="ml-auto">
              <StatusBadge status={status} />
            </span>
          )}
        </PaletteItem>
      ))}
    </PaletteGroup>
  )
}
