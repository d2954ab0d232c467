import {
  FlaskConical,
  type LucideIcon,
  Pencil,
  Plus,
  Radio,
  RefreshCw,
  RotateCw,
  Settings2,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import { Link } from 'wouter'
import type { ConnectionView, HistoryEntry } from '../../../src-shared/contract/connection'
import { auditWords } from '../../../src-shared/words/en/audit'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { Button } from '../../components/button'
import { linkLook } from '../../components/link-look'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { auditViewToQuery } from '../../lib/audit-filter'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'
import { useHistory } from './use-history'

const icons: Record<HistoryEntry['kind'], LucideIcon> = {
  added: Plus,
  reconnected: RefreshCw,
  renamed: Pencil,
  tested: FlaskConical,
  refreshed: RotateCw,
  refresh_failed: TriangleAlert,
  secret_lost: TriangleAlert,
  reprovisioned: Settings2,
  removed: Trash2,
  provider_event: Radio,
}

/** Who was behind it. What a provider sent says so itself. */
function behind({ actor, kind }: HistoryEntry): string | undefined {
  if (actor !== null) return actor.label
  if (kind === 'provider_event') return undefined
  return kind === 'reprovisioned' ? connectionWords.byOperator : connectionWords.byItself
}

/** Every event of the connection, newest first. */
export function History({ connection }: { connection: ConnectionView }) {
  const history = useHistory(connection)
  const ownsVault = useConnect((state) => state.ownsVault)
  return (
    <Section
      title={connectionWords.history}
      action={
        ownsVault && (
          <Link href={paths.audit(auditViewToQuery({ record: connection.id }))} className={linkLook}>
            {auditWords.seeInAudit}
          </Link>
        )
      }
    >
      {history.problem !== undefined && <ProblemNotice problem={history.problem} onRetry={history.retry} />}
      {history.entries === undefined && history.problem === undefined && <div className="skeleton h-24" aria-hidden />}
      {history.entries !== undefined && (
        <ol className="relative before:absolute before:top-3 before:bottom-6 before:left-[11px] before:w-px before:bg-line">
          {history.entries.map((entry) => (
            <Entry key={entry.sequence} entry={entry} />
          ))}
        </ol>
      )}
      {history.more !== undefined && (
        <Button busy={history.loading} onClick={history.more} className="mt-2">
          {connectionWords.earlier}
        </Button>
      )}
    </Section>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const Icon = icons[entry.kind]
  const who = behind(entry)
  return (
    <li className="relative flex items-start gap-3 pb-3">
      <span className="z-1 inline-flex size-[23px] shrink-0 items-center justify-center rounded-full border border-line bg-card text-muted">
        <Icon className="size-3" aria-hidden />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <span className="break-words">{entry.message.replace(/\.$/, '')}</span>
        {who !== undefined && <span className="text-muted"> · {who}</span>}
      </div>
      <span className="shrink-0 pt-0.5 text-muted text-small">
        <RelativeTime at={entry.at} />
      </span>
    </li>
  )
}
