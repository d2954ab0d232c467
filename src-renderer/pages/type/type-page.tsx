import { ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import type { TypeView } from '../../../src-shared/contract/directory'
import { typeWords } from '../../../src-shared/words/en/type'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useBack } from '../../lib/use-back'
import { useMedia } from '../../lib/use-media'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { ProviderAppForm } from '../settings/provider-app-form'
import { AboutType } from './about-type'
import { ManagedType } from './managed-type'
import { TypeConnections } from './type-connections'
import { TypeHeader } from './type-header'

/** `type` comes from the address, so it may name nothing: then the engine says so. */
export default function TypePage({ type }: { type: string }) {
  const view = useConnect((state) => state.types[type])
  const loadType = useConnect((state) => state.loadType)
  const load = useAction(loadType)
  const back = useBack(paths.directory)
  useTitle(view?.name)
  const { run } = load
  useEffect(() => void run(type as TypeView['type']), [run, type])
  useShortcuts({ Escape: back })

  return (
    <Page>
      <BackLink to={paths.directory}>{typeWords.back}</BackLink>
      {load.problem !== undefined && view === undefined && (
        <>
          <h1 className="sr-only">{typeWords.notThere}</h1>
          <ProblemNotice problem={load.problem} onBack={back} onRetry={() => void run(type as TypeView['type'])} />
        </>
      )}
      {view === undefined ? load.problem === undefined && <HeaderSkeleton /> : <LoadedType view={view} />}
    </Page>
  )
}

function LoadedType({ view }: { view: TypeView }) {
  const wide = useMedia('(min-width: 1000px)')
  const authorize = useConnect((state) => state.authorize)
  const add = useAction(() => authorize({ kind: 'add', type: view.type }))
  const cards = useConnect((state) => state.cards)
  const loadCards = useConnect((state) => state.loadCards)
  useEffect(() => {
    if (cards === undefined) void loadCards()
  }, [cards, loadCards])
  // While there is none, the empty list has the button, and one is enough.
  const card = cards?.find(({ type }) => type === view.type)
  const none = card && card.pill.kind === 'not_connected'
  const addNow = view.providerAppConfigured && !view.managed ? () => void add.run() : undefined
  return (
    <>
      <TypeHeader view={view} onAdd={none ? undefined : addNow} adding={add.busy} />
      {add.problem !== undefined && <ProblemNotice problem={add.problem} onRetry={() => void add.run()} />}
      <div className="flex flex-col gap-9 lg:flex-row-reverse lg:items-start">
        {!wide && (
          <details className="group rounded-card border border-line bg-card open:pb-4 [&>div]:px-4">
            <summary className="flex list-none items-center gap-1.5 rounded-card px-3 py-2.5 font-medium">
              <ChevronRight className="size-4 text-muted transition-transform duration-100 group-open:rotate-90" aria-hidden />
              {typeWords.aboutWhat(view.name)}
            </summary>
            <AboutType view={view} />
          </details>
        )}
        {wide && (
          <aside aria-label={typeWords.about(view.name)} className="sticky top-6 w-64 shrink-0">
            <AboutType view={view} />
          </aside>
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-7">
          {!view.providerAppConfigured && <ProviderAppForm view={view} connected={none === false} />}
          {view.managed ? <ManagedType view={view} /> : <TypeConnections view={view} onAdd={addNow} adding={add.busy} />}
        </div>
      </div>
    </>
  )
}

function HeaderSkeleton() {
  return (
    <div className="-mt-4 flex items-center gap-3.5" aria-hidden>
      <span className="skeleton size-10" />
      <span className="skeleton h-10 w-64" />
    </div>
  )
}
