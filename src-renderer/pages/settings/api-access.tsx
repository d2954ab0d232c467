import { useCallback, useEffect, useState } from 'react'
import type { ClientView } from '../../../src-shared/contract/client'
import { apiAccessWords } from '../../../src-shared/words/en/api-access'
import { ProblemNotice } from '../../components/problem-notice'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { ClientRow } from './client-row'
import { NewClient } from './new-client'
import { PathText } from './path-text'
import { SwitchRow } from './switch-row'

/** Whether and where scripts are answered, and the tokens with which they call the same API as this page. */
export function ApiAccess() {
  const client = useConnect((state) => state.client)
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  const [clients, setClients] = useState<readonly ClientView[]>()
  const load = useAction(async () => setClients(await client.client.list()))
  const { run } = load
  const reload = useCallback(() => void run(), [run])
  useEffect(reload, [reload])

  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-[64ch] text-muted">{apiAccessWords.lead}</p>
      <SettingCard>
        {desktop && <SwitchRow name="loopbackApi" title={apiAccessWords.answer} description={apiAccessWords.answerLead} />}
        <Address />
      </SettingCard>
      {load.problem !== undefined && <ProblemNotice problem={load.problem} onRetry={reload} />}
      {clients === undefined && load.problem === undefined && <div className="skeleton h-24" aria-hidden />}
      {clients !== undefined && (
        <>
          <NewClient onMade={reload} />
          {clients.length > 0 && (
            <ul className="rounded-card border border-line bg-card">
              {clients.map((view) => (
                <ClientRow key={view.id} view={view} onRevoked={reload} />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}

function Address() {
  const api = useConnect((state) => state.facts?.api)
  const wanted = useConnect((state) => state.settings?.loopbackApi)
  const loadFacts = useConnect((state) => state.loadFacts)
  // Where it answers follows from the switch, and only the host knows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each change of the switch.
  useEffect(() => void loadFacts(), [wanted, loadFacts])
  return (
    <SettingRow
      title={apiAccessWords.address}
      description={api === null ? apiAccessWords.addressOff : apiAccessWords.addressLead}
    >
      {api != null && <PathText text={api} what={apiAccessWords.addressWhat} />}
    </SettingRow>
  )
}
