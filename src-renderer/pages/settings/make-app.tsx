import { ExternalLink, LoaderCircle, WandSparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Outputs } from '../../../src-shared/contract'
import type { TypeView } from '../../../src-shared/contract/directory'
import { commonWords } from '../../../src-shared/words/en/common'
import { providerAppWords } from '../../../src-shared/words/en/provider-app'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { countdown } from '../../lib/time'
import { useAction } from '../../lib/use-action'
import { useNow } from '../../lib/use-now'
import { useConnect } from '../../stores/use-connect'
import { useMadeApp } from './use-made-app'

interface MakeAppProps {
  view: TypeView
  /** Whether the fields for an app that there is already are shown. */
  byHand: boolean
  onByHand(): void
  onMade: (() => void) | undefined
  onCancel: (() => void) | undefined
}

type Page = Outputs['providerApp']['startManifest']

/** The provider makes the app itself and hands its id and keys over: nothing to copy. */
export function MakeApp({ view, byHand, onByHand, onMade, onCancel }: MakeAppProps) {
  const { type, name } = view
  const makeProviderApp = useConnect((state) => state.makeProviderApp)
  const notify = useConnect((state) => state.notify)
  const [page, setPage] = useState<Page>()
  const make = useAction(async () => setPage(await makeProviderApp(type)))
  const made = useMadeApp(type, page !== undefined)
  useEffect(() => {
    if (!made) return
    setPage(undefined)
    notify(providerAppWords.made(name), providerAppWords.madeDetail)
    onMade?.()
  }, [made, name, notify, onMade])

  return (
    <div className="flex flex-col gap-3">
      {page === undefined ? (
        <p className="max-w-[64ch] text-muted">{providerAppWords.canMake(name)}</p>
      ) : (
        <Making page={page} name={name} onAgain={() => void make.run()} onCancel={() => setPage(undefined)} />
      )}
      {make.problem !== undefined && <ProblemNotice problem={make.problem} onRetry={() => void make.run()} />}
      {page === undefined && (
        <div className="flex flex-wrap gap-2">
          <Button look={byHand ? 'secondary' : 'primary'} busy={make.busy} onClick={() => void make.run()}>
            <WandSparkles aria-hidden />
            {providerAppWords.makeForMe}
          </Button>
          {!byHand && <Button onClick={onByHand}>{providerAppWords.enterOneIHave}</Button>}
          {!byHand && onCancel !== undefined && (
            <Button look="quiet" onClick={onCancel}>
              {commonWords.cancel}
            </Button>
          )}
        </div>
      )}
      {byHand && page === undefined && <p className="border-line border-t pt-4 font-medium">{providerAppWords.orEnter}</p>}
    </div>
  )
}

interface MakingProps {
  page: Page
  name: string
  onAgain(): void
  onCancel(): void
}

function Making({ page, name, onAgain, onCancel }: MakingProps) {
  const openPage = useConnect((state) => state.host.openPage)
  const now = useNow(1000)
  const over = Date.parse(page.expiresAt) <= now
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-sunken p-3.5">
      {!over && <LoaderCircle className="spin size-4 shrink-0 text-accent-ink" aria-hidden />}
      <div className="min-w-56 flex-1">
        <p className="font-medium" role="status">
          {over ? providerAppWords.tookTooLong : providerAppWords.waiting(name)}
        </p>
        <p className="text-muted text-small">
          {over ? providerAppWords.nothingChanged : providerAppWords.confirmThere(countdown(page.expiresAt, now))}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onClick={onCancel}>
          {commonWords.cancel}
        </Button>
        {over ? (
          <Button look="primary" onClick={onAgain}>
            {providerAppWords.startAgain}
          </Button>
        ) : (
          <Button onClick={() => openPage(page.url)}>
            <ExternalLink aria-hidden />
            {commonWords.openPageAgain}
          </Button>
        )}
      </div>
    </div>
  )
}
