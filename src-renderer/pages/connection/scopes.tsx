import { CircleCheck, CircleMinus, CirclePlus, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { usageWords } from '../../../src-shared/words/en/usage'
import { Section } from '../../components/section'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import type { ScopeChange } from '../../lib/scope-change'
import type { Tone } from '../../lib/status-look'
import { useConnect } from '../../stores/use-connect'
import { lackingScopes } from './lacking-scopes'

interface ScopesProps {
  connection: ConnectionView
  view: TypeView | undefined
  /** Those that recipes use; undefined until that is known. */
  needed: readonly string[] | undefined
}

/** What was granted and what for; what the type asks for and this connection lacks, and what the last reconnect changed. */
export function Scopes({ connection, view, needed }: ScopesProps) {
  const change = useConnect((state) => state.scopeChanges[connection.id])
  const missing = lackingScopes(connection, view)
  const lost = (change?.lost ?? []).filter((name) => !missing.includes(name))
  if (connection.scopes.length + missing.length + lost.length === 0) return null
  const reason = (name: string) => view?.scopes.find((scope) => scope.name === name)?.reason
  const markOf = (name: string) => {
    if (isNew(change, name)) return marks.added
    return needed?.includes(name) ? marks.used : undefined
  }
  return (
    <Section title={connectionWords.permissions} note={connection.scopes.length}>
      <ul className="rounded-card border border-line bg-card px-4">
        {connection.scopes.map((name) => (
          <ScopeLine key={name} name={name} reason={reason(name)} mark={markOf(name)} />
        ))}
        {lost.map((name) => (
          <ScopeLine key={name} name={name} reason={reason(name)} mark={marks.lost} />
        ))}
        {missing.map((name) => (
          <ScopeLine key={name} name={name} reason={reason(name)} mark={marks.missing} />
        ))}
      </ul>
    </Section>
  )
}

const isNew = (change: ScopeChange | undefined, name: string) => change?.added.includes(name) === true

interface Mark {
  words: string
  tone: Tone
  icon: LucideIcon
}

const marks = {
  used: { words: usageWords.needed, tone: 'ok', icon: CircleCheck },
  added: { words: connectionWords.newScope, tone: 'ok', icon: CirclePlus },
  lost: { words: connectionWords.lostScope, tone: 'gone', icon: CircleMinus },
  missing: { words: connectionWords.missing, tone: 'warn', icon: TriangleAlert },
} satisfies Record<string, Mark>

function ScopeLine({ name, reason, mark }: { name: string; reason: string | undefined; mark: Mark | undefined }) {
  const Icon = mark?.icon
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b py-1.5 last:border-b-0">
      <span className="w-full break-words font-mono text-small sm:w-44 sm:shrink-0">{name}</span>
      <span className="min-w-0 flex-1 text-muted">{reason}</span>
      {mark !== undefined && Icon !== undefined && (
        <span className={classNames('flex basis-full items-center gap-1 text-small sm:basis-auto', toneInk[mark.tone])}>
          <Icon className="size-3.5" aria-hidden />
          {mark.words}
        </span>
      )}
    </li>
  )
}
