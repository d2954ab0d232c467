import { useEffect, useRef } from 'react'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { ProviderMark } from '../../components/provider-mark'
import { useAction } from '../../lib/use-action'
import type { Walk } from '../../lib/walk'
import { useConnect } from '../../stores/use-connect'
import { WalkSteps } from './walk-steps'

/** Between two consent pages of "Reconnect all": which one is next, and the click that opens its page. */
export default function WalkDialog({ walk }: { walk: Walk }) {
  const connection = useConnect((state) => state.connections[walk.ids[walk.at] ?? ''])
  const status = useConnect((state) => state.authorizations[walk.authorizationId ?? '']?.status)
  const opensByItself = useConnect((state) => state.host.kind === 'desktop')
  const takeStep = useConnect((state) => state.takeStep)
  const walkOn = useConnect((state) => state.walkOn)
  const stopWalk = useConnect((state) => state.stopWalk)
  const open = useAction(takeStep)
  const button = useRef<HTMLButtonElement>(null)

  const done = connection === undefined || status === 'completed'
  const tried = walk.authorizationId !== undefined
  const { run } = open
  useEffect(() => {
    if (done) return walkOn()
    // A browser opens a page only for a click, and forgets the click with the first page.
    if (!tried && (opensByItself || navigator.userActivation?.isActive === true)) void run()
  }, [done, tried, opensByItself, run, walkOn])

  if (done) return null
  return (
    <Dialog title={attentionWords.reconnectOne(connection.name)} alert focus={button} onClose={stopWalk}>
      <div className="flex flex-col gap-3 px-5 pt-3">
        <div className="flex items-center gap-3 rounded-card border border-line bg-sunken p-3.5">
          <ProviderMark type={connection.type} />
          <div className="min-w-0">
            <p className="truncate font-medium">{connection.account.label}</p>
            <p className="text-muted text-small">{connection.statusMessage}</p>
          </div>
        </div>
        {open.problem !== undefined && <ProblemNotice problem={open.problem} onRetry={() => void run()} />}
      </div>
      <DialogActions>
        <WalkSteps walk={walk} />
        <Button ref={button} look="primary" busy={open.busy} onClick={() => void run()}>
          {tried ? commonWords.openPageAgain : commonWords.reconnect}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
