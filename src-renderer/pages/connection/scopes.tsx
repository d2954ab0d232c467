import { TriangleAlert } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { Section } from '../../components/section'
import { useConnect } from '../../stores/use-connect'

/** What was granted and what for; what the type asks for and this connection lacks stands out. */
export function Scopes({ connection }: { connection: ConnectionView }) {
  const asked = useConnect((state) => state.types[connection.type])?.scopes ?? []
  const missing = connection.status === 'revoked' ? [] : asked.filter(({ name }) => !connection.scopes.includes(name))
  if (connection.scopes.length === 0 && missing.length === 0) return null
  return (
    <Section title="Permissions" note={connection.scopes.length}>
      <ul className="rounded-card border border-line bg-card px-4">
        {connection.scopes.map((scope) => (
          <ScopeLine key={scope} name={scope} note={asked.find(({ name }) => name === scope)?.reason} />
        ))}
        {missing.map(({ name, reason }) => (
          <ScopeLine key={name} name={name} note={reason} missing />
        ))}
      </ul>
    </Section>
  )
}

function ScopeLine({ name, note, missing = false }: { name: string; note: string | undefined; missing?: boolean }) {
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b py-1.5 last:border-b-0">
      <span className="w-44 shrink-0 truncate font-mono text-small">{name}</span>
      <span className="min-w-0 flex-1 text-muted">{note}</span>
      {missing && (
        <span className="flex items-center gap-1 text-small text-warn-ink">
          <TriangleAlert className="size-3.5" aria-hidden />
          Not granted; reconnect to ask again
        </span>
      )}
    </li>
  )
}
