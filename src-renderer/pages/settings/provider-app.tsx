import { useEffect, useState } from 'react'
import type { TypeView } from '../../../src-shared/contract/directory'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import { providerAppWords } from '../../../src-shared/words/en/provider-app'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { RichText } from '../../components/rich-text'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { ForgetAppDialog } from './forget-app-dialog'
import { ProviderAppForm } from './provider-app-form'

export function ProviderApp({ view }: { view: TypeView }) {
  const { type, name } = view
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
    return <ProviderAppForm view={view} current={app} onDone={() => setDoing(undefined)} />
  }
  return (
    <div className="flex flex-wrap items-start gap-3 rounded-card border border-line bg-card p-3.5 sm:items-center">
      <ProviderMark type={type} />
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <AppFacts view={view} app={app} />
      </div>
      {ownsVault && (
        <div className="flex gap-2">
          <Button onClick={() => setDoing('edit')}>{app.configured ? providerAppWords.replace : providerAppWords.enter}</Button>
          {app.configured && (
            <Button look="quiet-danger" onClick={() => setDoing('forget')}>
              {providerAppWords.remove}
            </Button>
          )}
        </div>
      )}
      {doing === 'forget' && <ForgetAppDialog type={type} name={name} onClose={() => setDoing(undefined)} />}
    </div>
  )
}

/** Its public parts, under the labels they were entered by. */
function AppFacts({ view, app }: { view: TypeView; app: ProviderAppView }) {
  if (!app.configured) return <p className="text-muted text-small">{providerAppWords.none}</p>
  const values: Partial<Record<string, string | null>> = { ...app.settings, clientId: app.clientId, redirectUri: app.redirectUri }
  const shown = view.appFields.flatMap(({ name, label }) => {
    const value = values[name]
    return value == null || value === '' ? [] : [{ label, value }]
  })
  return (
    <p className="flex flex-wrap gap-x-3 text-muted text-small">
      {shown.map(({ label, value }) => (
        <span key={label} className="break-all">
          {label} <span className="font-mono">{value}</span>
        </span>
      ))}
      {takesEvents(view) && <span>{app.signsEvents ? providerAppWords.eventsTaken : providerAppWords.eventsRefused}</span>}
      {app.updatedAt !== null && (
        <span>
          <RichText of={providerAppWords.saved(<RelativeTime key="saved" at={app.updatedAt} />)} />
        </span>
      )}
    </p>
  )
}

const takesEvents = ({ appFields }: TypeView) => appFields.some(({ name }) => name === 'signingSecret')
