import { useEffect } from 'react'
import { providerAppWords } from '../../../src-shared/words/en/provider-app'
import { useConnect } from '../../stores/use-connect'
import { ProviderApp } from './provider-app'

/** Of every type that takes one. */
export function ProviderApps() {
  const cards = useConnect((state) => state.cards)
  const ownsVault = useConnect((state) => state.ownsVault)
  const types = useConnect((state) => state.types)
  const loadCards = useConnect((state) => state.loadCards)
  const loadType = useConnect((state) => state.loadType)
  useEffect(() => void loadCards(), [loadCards])
  useEffect(() => {
    // One that cannot be read is left out here; its own page says why.
    for (const { type, managed } of cards ?? []) if (!managed) loadType(type).catch(() => undefined)
  }, [cards, loadType])

  const known = (cards ?? []).flatMap(({ type }) => types[type] ?? [])
  const own = known.filter(({ appFields }) => appFields.length > 0)
  if (cards !== undefined && known.length > 0 && own.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-[64ch] text-muted">{ownsVault ? providerAppWords.lead : providerAppWords.leadOfOwner}</p>
      {own.length === 0 && <div className="skeleton h-17" aria-hidden />}
      {own.map((view) => (
        <ProviderApp key={view.type} view={view} />
      ))}
    </div>
  )
}
