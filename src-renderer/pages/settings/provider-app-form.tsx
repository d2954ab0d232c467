import { type FormEvent, useState } from 'react'
import type { TypeView } from '../../../src-shared/contract/directory'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
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
    return (
      <p className="rounded-card border border-line bg-card p-4 text-muted">
        {name} needs an app of your own, and only the owner of this vault can enter it. Ask them to.
      </p>
    )
  }
  return (
    <section className="flex flex-col gap-4 rounded-card border border-line bg-card p-5">
      <div>
        <h2 className="font-semibold text-section">{title(name, { replaces: current?.configured === true, connected })}</h2>
        <p className="mt-1 max-w-[64ch] text-muted">
          {name} hands out access through an app that you have there. Its secrets are sealed in your vault and cannot be read
          back.
        </p>
        {connected && (
          <p className="mt-1 max-w-[64ch] text-muted">
            Connections you have keep working; adding or reconnecting one needs the app.
          </p>
        )}
      </div>
      {makes && <MakeApp view={view} onMade={onDone} onCancel={onDone} byHand={byHand} onByHand={() => setByHand(true)} />}
      {byHand && <AppFields view={view} current={current} onDone={onDone} />}
    </section>
  )
}

function title(name: string, { replaces, connected }: { replaces: boolean; connected: boolean }): string {
  if (replaces) return `Replace your ${name} app`
  return connected ? `Your own ${name} app is missing` : `First, your own ${name} app`
}

function AppFields({ view, current, onDone }: ProviderAppFormProps) {
  const { type, name, appFields } = view
  const saveProviderApp = useConnect((state) => state.saveProviderApp)
  const notify = useConnect((state) => state.notify)
  const form = useDeclaredValues(appFields, publicParts(current))
  const save = useAction(async () => {
    await saveProviderApp({ type, ...form.entered() })
    notify(`Your ${name} app is saved`, 'Its secrets are sealed in the vault.')
    onDone?.()
  })
  const placed = Object.keys(declaredProblems(appFields, save.problem, '')).length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.complete) void save.run()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" aria-label={`Your own ${name} app`}>
      <DeclaredFields fields={appFields} values={form.values} onChange={form.change} problem={save.problem} prefix="" />
      {save.problem !== undefined && !placed && <ProblemNotice problem={save.problem} onRetry={() => void save.run()} />}
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={save.busy} disabled={!form.complete}>
          Save app
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>Cancel</Button>}
      </div>
    </form>
  )
}

const publicParts = (app: ProviderAppView | undefined) => ({
  ...app?.settings,
  clientId: app?.clientId ?? undefined,
  redirectUri: app?.redirectUri ?? undefined,
})
