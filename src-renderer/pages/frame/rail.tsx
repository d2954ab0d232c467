import { CircleAlert, Inbox, Lock, type LucideIcon, Plug, ScrollText, Settings, Workflow } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'wouter'
import { auditWords } from '../../../src-shared/words/en/audit'
import { commonWords } from '../../../src-shared/words/en/common'
import { frameWords } from '../../../src-shared/words/en/frame'
import { classNames } from '../../lib/class-names'
import { paths } from '../../lib/paths'
import { modKey } from '../../lib/platform'
import { useConnect } from '../../stores/use-connect'
import { railItem } from './rail-item'

const AccountMenu = lazy(() => import('./account-menu'))

/** Only what works: a place that does not exist yet has no entry. */
export function Rail() {
  const lock = useConnect((state) => state.lock)
  const actor = useConnect((state) => state.actor)
  const actors = useConnect((state) => state.actors)
  const attention = useConnect((state) => state.attentionCount) ?? 0
  const ownsVault = useConnect((state) => state.ownsVault)
  return (
    <nav aria-label={frameWords.main} className="flex w-13 shrink-0 flex-col gap-0.5 p-2 pt-1 lg:w-52">
      <RailLink to={paths.directory} icon={Plug} label={frameWords.connect} also={[paths.connections()]} />
      <RailLink to={paths.attention} icon={CircleAlert} label={frameWords.needsAttention} count={attention} />
      <RailLink to={paths.recipes} icon={Workflow} label={frameWords.recipes} also={[paths.runs(), paths.grants]} />
      {/* Files reach the computer of the vault's owner alone. */}
      {ownsVault && <RailLink to={paths.inbox} icon={Inbox} label={frameWords.inbox} />}
      {ownsVault && <RailLink to={paths.audit()} icon={ScrollText} label={auditWords.title} />}
      <RailLink to={paths.settings} icon={Settings} label={frameWords.settings} />
      <div className="mt-auto flex flex-col gap-0.5">
        <Suspense>{actor !== null && actors.length > 1 && <AccountMenu actor={actor} actors={actors} />}</Suspense>
        {ownsVault && (
          <button
            type="button"
            onClick={() => void lock()}
            title={frameWords.lockTitle(`${modKey} L`)}
            className={classNames(railItem, 'text-muted')}
          >
            <Lock className="size-4 shrink-0" aria-hidden />
            <span className="sr-only lg:not-sr-only">{frameWords.lock}</span>
            <span className="ml-auto hidden text-small lg:block" aria-hidden>
              {modKey} L
            </span>
          </button>
        )}
      </div>
    </nav>
  )
}

interface RailLinkProps {
  to: string
  icon: LucideIcon
  label: string
  /** Other pages of the same place, and what is below them. */
  also?: readonly string[]
  /** How many wait there; none shows nothing. */
  count?: number
}

function RailLink({ to, icon: Icon, label, also = [], count = 0 }: RailLinkProps) {
  const [path] = useLocation()
  const here = [to, ...also].some((place) => path === place || path.startsWith(`${place}/`))
  return (
    <Link
      href={to}
      title={label}
      aria-current={here ? 'page' : undefined}
      className={classNames(railItem, 'relative', here ? 'bg-pressed font-medium text-ink' : 'text-muted')}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="sr-only whitespace-nowrap lg:not-sr-only">{label}</span>
      {count > 0 && <CountBadge count={count} />}
    </Link>
  )
}

/** A dot on the icon where the rail is narrow, the number at the end of the line where it is wide. */
function CountBadge({ count }: { count: number }) {
  return (
    <>
      <span aria-hidden className="absolute top-1 right-1 size-2 rounded-full bg-warn-ink ring-2 ring-rail lg:hidden" />
      <span
        aria-hidden
        className="ml-auto hidden h-5 min-w-5 items-center justify-center rounded-full bg-warn-soft px-1.5 font-semibold text-[11px] text-warn-ink tabular-nums lg:inline-flex"
      >
        {count > 99 ? frameWords.manyMore : count}
      </span>
      <span className="sr-only">{commonWords.number(count)}</span>
    </>
  )
}
