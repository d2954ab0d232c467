import { TriangleAlert, X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { breakageWords } from '../../../src-shared/words/en/breakage'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { asksForAttention, breakageNews } from '../../lib/breakage'
import { mendFor, mendLabel } from '../../lib/mend'
import { paths } from '../../lib/paths'
import { notifySystem } from '../../lib/system-notifications'
import { useConnect } from '../../stores/use-connect'
import { useMend } from '../../stores/use-mend'
import { useTypeName } from '../../stores/use-type-name'

/** Long enough to come back from another window; the badge in the rail stays in any case. */
const shownMs = 30_000

/** Says what has just broken, wherever in the program the person is. Goes by itself when it works again. */
export function BreakageNotice() {
  const broken = useConnect((state) => state.broken)
  const connections = useConnect((state) => state.connections)
  const still = broken
    .map((id) => connections[id])
    .filter((connection) => connection !== undefined)
    .filter(asksForAttention)
  const [first, ...others] = still
  // Another set of connections is another notice: announced anew, with its time anew.
  return first === undefined ? null : <Notice key={broken.join(' ')} first={first} others={others} />
}

function Notice({ first, others }: { first: ConnectionView; others: readonly ConnectionView[] }) {
  const [, navigate] = useLocation()
  const dismiss = useConnect((state) => state.dismissBroken)
  const inBrowser = useConnect((state) => state.host.kind === 'browser')
  const typeName = useTypeName(first.type)
  const mend = useMend()
  const { text, detail } = breakageNews(first, others)
  const label = others.length > 0 ? breakageWords.review : mendLabel(mendFor(first), typeName ?? commonWords.theProvider)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it appears; what it says is said again as another notice.
  useEffect(() => {
    if (inBrowser) notifySystem({ text, detail }, () => navigate(paths.attention))
  }, [])

  const act = () => {
    dismiss()
    if (others.length > 0) return navigate(paths.attention)
    // Where it cannot be started, its page says why and what to do.
    mend(first).catch(() => navigate(paths.connection(first.id)))
  }
  return (
    <Toast.Root
      duration={shownMs}
      onOpenChange={(open) => !open && dismiss()}
      className="rise-in flex items-start gap-2.5 rounded-card border border-line bg-float py-2.5 pr-2 pl-3 shadow-float"
    >
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn-ink" aria-hidden />
      <div className="min-w-0 flex-1">
        <Toast.Title className="font-medium">{text}</Toast.Title>
        <Toast.Description className="text-muted text-small">{detail}</Toast.Description>
        <Toast.Action asChild altText={breakageWords.onPage(label)}>
          <Button className="mt-2" onClick={act}>
            {label}
          </Button>
        </Toast.Action>
      </div>
      <Toast.Close asChild>
        <IconButton label={commonWords.dismiss} className="size-6 [&_svg]:size-3.5">
          <X />
        </IconButton>
      </Toast.Close>
    </Toast.Root>
  )
}
