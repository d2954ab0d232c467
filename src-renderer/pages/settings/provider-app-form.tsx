import { type FormEvent, useState } from 'react'
import type { TypeView } from '../../../src-shared/contract/directory'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import { commonWords } from '../../../src-shared/words/en/common'
import { providerAppWords } from '../../../src-shared/words/en/provider-app'
import { Button } from '../../components/button'
import { DeclaredFields } from '../../components/declared-fields'
import { ProblemNotice } from '../../components/problem-notice'
import { declaredProblems } from '../../lib/declared-values'
import { useAction } from '../../lib/use-action'
import { useDeclaredValues } from '../../lib/use-declared-values'
import { useConnect } from '../../stores/use-connect'
import { MakeApp } from './make-app'

interface ProviderAppFormProps {
  view: TypeView
  /** What is there now, where it is being replaced. */
  current?: ProviderAppView
  /** There are connections already: their app was removed. */
  connected?: boolean
  onDone?(): void
}

/** Providers that can make the app themselves, from a manifest. */
const makers: ReadonlySet<TypeView['type']> = new Set(['githubApi'])

/** A person's own app at a provider: what asks for consent. Its secrets go in and never come out. */
export function ProviderAppForm({ view, current, connected = false, onDone }: ProviderAppFormProps) {
  const ownsVault = useConnect((state) => state.ownsVault)
  const makes = makers.has(view.type)
  const [byHand, setByHand] = useState(!makes)
  const { name } = view
  if (!ownsVault) {
    return <p className="rounded-card border border-line bg-card p-4 text-muted">{providerAppWords.onlyOwner(name)}</p>
  }
  return (
    <section className="flex flex-col gap-4 rounded-card border border-line bg-card p-5">
      <div>
        <h2 className="font-semibold text-section">{title(name, { replaces: current?.configured === true, connected })}</h2>
        <p className="mt-1 max-w-[64ch] text-muted">{providerAppWords.formLead(name)}</p>
        {connected && <p className="mt-1 max-w-[64ch] text-muted">{providerAppWords.connectedKeep}</p>}
      </div>
      {makes && <MakeApp view={view} onMade={onDone} onCancel={onDone} byHand={byHand} onByHand={() => setByHand(true)} />}
      {byHand && <AppFields view={view} current={current} onDone={onDone} />}
    </section>
  )
}

function title(name: string, { replaces, connected }: { replaces: boolean; connected: boolean }): string {
  if (replaces) return providerAppWords.replaceTitle(name)
  return connected ? providerAppWords.missingTitle(name) : providerAppWords.firstTitle(name)
}

function AppFields({ view, current, onDone }: ProviderAppFormProps) {
  const { type, name, appFields } = view
  const saveProviderApp = useConnect((state) => state.saveProviderApp)
  const notify = useConnect((state) => state.notify)
  const form = useDeclaredValues(appFields, publicParts(current))
  const save = useAction(async () => {
    await saveProviderApp({ type, ...form.entered() })
    notify(providerAppWords.isSaved(name), providerAppWords.secretsSealed)
    onDone?.()
  })
  const placed = Object.keys(declaredProblems(appFields, save.problem, '')).length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.complete) void save.run()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" aria-label={providerAppWords.formOf(name)}>
      <DeclaredFields fields={appFields} values={form.values} onChange={form.change} problem={save.problem} prefix="" />
      {save.problem !== undefined && !placed && <ProblemNotice problem={save.problem} onRetry={() => void save.run()} />}
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={save.busy} disabled={!form.complete}>
          {providerAppWords.save}
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>{commonWords.cancel}</Button>}
      </div>
    </form>
  )
}

const publicParts = (app: ProviderAppView | undefined) => ({
  ...app?.settings,
  clientId: app?.clientId ?? undefined,
  redirectUri: app?.redirectUri ?? undefined,
})
