import { Lock, type LucideIcon, Plug, Settings } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'wouter'
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
  const ownsVault = useConnect((state) => state.ownsVault)
  return (
    <nav aria-label="Main" className="flex w-13 shrink-0 flex-col gap-0.5 p-2 pt-1 lg:w-50">
      <RailLink to={paths.directory} icon={Plug} label="Connect" />
      <RailLink to={paths.settings} icon={Settings} label="Settings" />
      <div className="mt-auto flex flex-col gap-0.5">
        <Suspense>{actor !== null && actors.length > 1 && <AccountMenu actor={actor} actors={actors} />}</Suspense>
        {ownsVault && (
          <button
            type="button"
            onClick={() => void lock()}
            title={`Lock the vault (${modKey} L)`}
            className={classNames(railItem, 'text-muted')}
          >
            <Lock className="size-4 shrink-0" aria-hidden />
            <span className="sr-only lg:not-sr-only">Lock</span>
            <span className="ml-auto hidden text-small lg:block" aria-hidden>
              {modKey} L
            </span>
          </button>
        )}
      </div>
    </nav>
  )
}

function RailLink({ to, icon: Icon, label }: { to: string; icon: LucideIcon; label: string }) {
  const [path] = useLocation()
  const here = path === to || path.startsWith(`${to}/`)
  return (
    <Link
      href={to}
      title={label}
      aria-current={here ? 'page' : undefined}
      className={classNames(railItem, here ? 'bg-pressed font-medium text-ink' : 'text-muted')}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="sr-only lg:not-sr-only">{label}</span>
    </Link>
  )
}
