import { useCallback, useEffect, useState } from 'react'
import type { ClientView } from '../../../src-shared/contract/client'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { ClientRow } from './client-row'
import { NewClient } from './new-client'

/** Tokens with which scripts call the same API as this page. */
export function ApiAccess() {
  const client = useConnect((state) => state.client)
  const ownsVault = useConnect((state) => state.ownsVault)
  const [clients, setClients] = useState<readonly ClientView[]>()
  const load = useAction(async () => setClients(await client.client.list()))
  const { run } = load
  const reload = useCallback(() => void run(), [run])
  useEffect(() => {
    if (ownsVault) reload()
  }, [ownsVault, reload])

  return (
    <Section title="API access">
      <p className="-mt-1 mb-3 max-w-[64ch] text-muted">
        Scripts on this computer can do what you can do here. Each needs a token of its own, so that you can revoke one without
        the others.
      </p>
      {!ownsVault && <p>Only the owner of this vault can make and revoke tokens.</p>}
      {load.problem !== undefined && <ProblemNotice problem={load.problem} onRetry={reload} />}
      {ownsVault && clients === undefined && load.problem === undefined && <div className="skeleton h-24" aria-hidden />}
      {clients !== undefined && (
        <div className="flex flex-col gap-3">
          <NewClient onMade={reload} />
          {clients.length > 0 && (
            <ul className="rounded-card border border-line bg-card">
              {clients.map((view) => (
                <ClientRow key={view.id} view={view} onRevoked={reload} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Section>
  )
}
