import { ShieldAlert } from 'lucide-react'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { damageWords } from '../../../src-shared/words/en/damage'
import { toneSoft } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { paths } from '../../lib/paths'
import { vaultNews } from '../../lib/vault-news'
import { whenIdle } from '../../lib/when-idle'
import { useConnect } from '../../stores/use-connect'

const sentences = {
  rollback: damageWords.noticeRollback,
  lost: damageWords.noticeDamage,
  mended: damageWords.noticeMended,
}

/** After an unlock that found damage or an older copy, over every page until its owner has answered; it leads to the report. */
export function VaultBanner() {
  const ownsVault = useConnect((state) => state.ownsVault)
  const loadHealth = useConnect((state) => state.loadHealth)
  const health = useConnect((state) => state.health)
  const [path] = useLocation()
  useEffect(() => (ownsVault ? whenIdle(() => void loadHealth()) : undefined), [ownsVault, loadHealth])
  const news = health && vaultNews(health)
  if (news === undefined || path === paths.keyHealth) return null
  return (
    <div
      role="alert"
      data-vault-news={news}
      className={classNames('flex items-center gap-2.5 border-b px-4 py-2', toneSoft[news === 'mended' ? 'warn' : 'bad'])}
    >
      <ShieldAlert className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">{sentences[news]}</p>
      <Link href={paths.keyHealth} className="shrink-0 font-medium underline-offset-2 hover:underline">
        {damageWords.noticeOpen}
      </Link>
    </div>
  )
}
