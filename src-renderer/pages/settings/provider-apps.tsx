import { useEffect } from 'react'
import { Section } from '../../components/section'
import { useConnect } from '../../stores/use-connect'
import { ProviderApp } from './provider-app'

/** Of every type that takes one. */
export function ProviderApps() {
  const cards = useConnect((state) => state.cards)
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
    <Section title="Your own provider apps">
      <p className="-mt-1 mb-3 max-w-[64ch] text-muted">
        Connections are authorized through an app registered at the provider. Enter your own to decide what it may ask for.
      </p>
      <div className="flex flex-col gap-3">
        {own.length === 0 && <div className="skeleton h-17" aria-hidden />}
        {own.map((view) => (
          <ProviderApp key={view.type} view={view} />
        ))}
      </div>
    </Section>
  )
}
