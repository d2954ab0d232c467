import { Lock } from 'lucide-react'
import { useLocation } from 'wouter'
import type { DirectoryCard } from '../../../src-shared/contract/directory'
import { directoryWords } from '../../../src-shared/words/en/directory'
import { PillBadge } from '../../components/pill-badge'
import { ProviderMark } from '../../components/provider-mark'
import { paths } from '../../lib/paths'

export const gridLook = 'grid grid-cols-[repeat(auto-fill,minmax(min(260px,100%),1fr))] gap-3'

export function CardGrid({ cards }: { cards: readonly DirectoryCard[] }) {
  return (
    <div className={gridLook}>
      {cards.map((card) => (
        <Card key={card.type} card={card} />
      ))}
    </div>
  )
}

function Card({ card }: { card: DirectoryCard }) {
  const [, navigate] = useLocation()
  return (
    <button
      type="button"
      data-card={card.type}
      onClick={() => navigate(paths.type(card.type))}
      className="flex h-[134px] flex-col rounded-card border border-line bg-card p-3.5 text-left transition-colors duration-100 hover:border-line-strong hover:bg-hover"
    >
      <span className="flex w-full items-start justify-between gap-2">
        <ProviderMark type={card.type} />
        <PillBadge pill={card.pill} attention={card.attention} />
      </span>
      <span className="mt-2.5 flex w-full items-center gap-2">
        <span className="truncate font-semibold">{card.name}</span>
        {card.visibility === 'private' && (
          <Lock className="size-3.5 shrink-0 text-muted" aria-label={directoryWords.privateCard} />
        )}
        {card.attention && (
          <span className="flex shrink-0 items-center gap-1.5 text-small text-warn-ink">
            <span className="size-1.5 rounded-full bg-current" aria-hidden />
            {directoryWords.needsAttention}
          </span>
        )}
      </span>
      <span className="line-clamp-2 text-muted text-small">{card.description}</span>
    </button>
  )
}
