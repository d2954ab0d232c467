import { useEffect } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { TypeView } from '../../../src-shared/contract/directory'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { LoadedConnection } from './loaded-connection'

/** `id` comes from the address, so it may name nothing: then the engine says so. */
export default function ConnectionPage({ id }: { id: string }) {
  const connection = useConnect((state) => state.connections[id])
  const loadConnection = useConnect((state) => state.loadConnection)
  const load = useAction(loadConnection)
  const view = useTypeView(connection)
  const above = connection === undefined ? paths.directory : paths.type(connection.type)
  const back = useBack(above)
  useTitle(connection?.name)
  const { run } = load
  const revision = useConnect((state) => state.revision)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after missed changes it is read anew.
  useEffect(() => void run(id as ConnectionId), [run, id, revision])
  useShortcuts({ Escape: back })

  return (
    <Page>
      <BackLink to={above}>{view?.name ?? connectionWords.back}</BackLink>
      {load.problem !== undefined && connection === undefined && (
        <>
          <h1 className="sr-only">{connectionWords.notThere}</h1>
          <ProblemNotice problem={load.problem} onBack={back} onRetry={() => void run(id as ConnectionId)} />
        </>
      )}
      {connection === undefined ? (
        load.problem === undefined && <div className="skeleton h-11 w-96 max-w-full" aria-hidden />
      ) : (
        <LoadedConnection connection={connection} view={view} />
      )}
    </Page>
  )
}

/** What its type says; undefined until it is read. */
function useTypeView(connection: ConnectionView | undefined): TypeView | undefined {
  const type = connection?.type
  const view = useConnect((state) => (type === undefined ? undefined : state.types[type]))
  const loadType = useConnect((state) => state.loadType)
  useEffect(() => {
    // Without it the page shows the type's key instead of its name, and no reasons beside the scopes.
    if (type !== undefined) loadType(type).catch(() => undefined)
  }, [type, loadType])
  return view
}
