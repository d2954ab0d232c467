import { CircleCheck, CirclePause, CloudOff, IdCard, LoaderCircle, type LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import type { ReceiverView } from '../../../src-shared/contract/inbox'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { Switch } from '../../components/switch'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { paths } from '../../lib/paths'
import type { Tone } from '../../lib/status-look'
import { useAction } from '../../lib/use-action'
import { settingOf } from '../../stores/settings-slice'
import { useConnect } from '../../stores/use-connect'

interface Look {
  icon: LucideIcon
  tone: Tone
  title(receiver: ReceiverView): string
  lead: string
}

const looks: Record<ReceiverView['state'], Look> = {
  off: { icon: CirclePause, tone: 'gone', title: () => inboxWords.off, lead: inboxWords.offLead },
  no_passport: { icon: IdCard, tone: 'warn', title: () => inboxWords.noPassport, lead: inboxWords.noPassportLead },
  no_service: { icon: CloudOff, tone: 'warn', title: () => inboxWords.noService, lead: inboxWords.noServiceLead },
  connecting: { icon: LoaderCircle, tone: 'managed', title: () => inboxWords.connecting, lead: inboxWords.connectingLead },
  receiving: {
    icon: CircleCheck,
    tone: 'ok',
    title: ({ account }) => inboxWords.receivingAs(account ?? ''),
    lead: inboxWords.receivingLead,
  },
  waiting: { icon: CloudOff, tone: 'warn', title: () => inboxWords.waiting, lead: '' },
}

/** Whether this computer takes files now, and as whom, with the one thing to do where it does not. */
export function ReceiverBanner() {
  const receiver = useConnect((state) => state.receiver)
  const loadReceiver = useConnect((state) => state.loadReceiver)
  const loadSettings = useConnect((state) => state.loadSettings)
  const receiving = useConnect((state) => settingOf(state, 'receiving'))
  const changeSettings = useConnect((state) => state.changeSettings)
  const read = useAction(loadReceiver)
  const load = read.run
  useEffect(() => {
    void load()
    void loadSettings()
  }, [load, loadSettings])
  const change = useAction(async (on: boolean) => changeSettings({ receiving: on }))
  if (receiver === undefined) {
    if (read.problem !== undefined) return <ProblemNotice problem={read.problem} onRetry={() => void load()} />
    return <div className="skeleton h-15" aria-hidden />
  }
  const { icon: Icon, tone, title, lead } = looks[receiver.state]
  return (
    <>
      <section
        aria-label={inboxWords.receive}
        className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line bg-card px-4 py-3"
      >
        <Icon className={classNames('size-5 shrink-0', toneInk[tone], receiver.state === 'connecting' && 'spin')} aria-hidden />
        <div className="min-w-44 flex-1" role="status">
          <p className="break-words font-medium">{title(receiver)}</p>
          <p className="text-muted text-small">{receiver.state === 'waiting' ? <Waiting receiver={receiver} /> : lead}</p>
        </div>
        <Helps state={receiver.state} />
        {receiving !== undefined && (
          <Switch aria-label={inboxWords.receive} checked={receiving} onCheckedChange={(on) => void change.run(on)} />
        )}
      </section>
      {change.problem !== undefined && <ProblemNotice problem={change.problem} />}
    </>
  )
}

function Waiting({ receiver: { reason, retryAt } }: { receiver: ReceiverView }) {
  return (
    <>
      {reason} {retryAt !== null && inboxWords.triesAgain} {retryAt !== null && <RelativeTime at={retryAt} />}
    </>
  )
}

function Helps({ state }: Pick<ReceiverView, 'state'>): ReactNode {
  const [, navigate] = useLocation()
  if (state === 'no_passport') {
    return (
      <Button look="primary" onClick={() => navigate(paths.type('neurocadUserIdentityApi'))}>
        {inboxWords.connectPassport}
      </Button>
    )
  }
  if (state === 'no_service') {
    return <Button onClick={() => navigate(paths.type('neurocadDesktopApi'))}>{inboxWords.seeService}</Button>
  }
  return null
}
