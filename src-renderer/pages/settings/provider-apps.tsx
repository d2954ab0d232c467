import { useEffect, useState } from 'react'
import type { DirectoryCard } from '../../../src-shared/contract/directory'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { ForgetAppDialog } from './forget-app-dialog'
import { ProviderAppForm } from './provider-app-form'

export function ProviderApps() {
  const cards = useConnect((state) => state.cards)
  const loadCards = useConnect((state) => state.loadCards)
  useEffect(() => void loadCards(), [loadCards])
  const own = (cards ?? []).filter(({ managed }) => !managed)
  if (own.length === 0) return null
  return (
    <Section title="Your own provider apps">
      <p className="-mt-1 mb-3 max-w-[64ch] text-muted">
        Connections are authorized through an app registered at the provider. Enter your own to decide what it may ask for.
      </p>
      <div className="flex flex-col gap-3">
        {own.map((card) => (
          <ProviderApp key={card.type} card={card} />
        ))}
      </div>
    </Section>
  )
}

function ProviderApp({ card }: { card: DirectoryCard }) {
  const { type, name } = card
  const app = useConnect((state) => state.providerApps[type])
  const ownsVault = useConnect((state) => state.ownsVault)
  const loadProviderApp = useConnect((state) => state.loadProviderApp)
  const [doing, setDoing] = useState<'edit' | 'forget'>()
  const load = useAction(loadProviderApp)
  const { run } = load
  useEffect(() => void run(type), [run, type])

  if (app === undefined) {
    if (load.problem !== undefined) return <ProblemNotice problem={load.problem} onRetry={() => void run(type)} />
    return <div className="skeleton h-17" aria-hidden />
  }
  if (doing === 'edit') {
    return <ProviderAppForm type={type} name={name} current={app} onDone={() => setDoing(undefined)} />
  }
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-card p-3.5">
      <ProviderMark type={type} />
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        {app.clientId !== null ? (
          <p className="break-all text-muted text-small">
            Client id <span className="font-mono">{app.clientId}</span>
            {app.updatedAt !== null && (
              <>
                {' · saved '}
                <RelativeTime at={app.updatedAt} />
              </>
            )}
          </p>
        ) : (
          <p className="text-muted text-small">
            {app.configured ? 'Uses the app that came with this installation.' : 'None yet: needed before you can connect.'}
          </p>
        )}
        {app.redirectUri !== null && <p className="break-all text-muted text-small">Redirect page {app.redirectUri}</p>}
      </div>
      {ownsVault && (
        <div className="flex gap-2">
          <Button onClick={() => setDoing('edit')}>{app.clientId === null ? 'Enter app' : 'Replace'}</Button>
          {app.clientId !== null && (
            <Button look="quiet-danger" onClick={() => setDoing('forget')}>
              Remove
            </Button>
          )}
        </div>
      )}
      {doing === 'forget' && <ForgetAppDialog type={type} name={name} onClose={() => setDoing(undefined)} />}
    </div>
  )
}
