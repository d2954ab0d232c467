import { RotateCw, Square } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import type { RunView } from '../../../src-shared/contract/run'
import { runWords } from '../../../src-shared/words/en/run'
import { Button } from '../../components/button'
import { linkLook } from '../../components/link-look'
import { NoticeBox } from '../../components/notice-box'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { durationInWords } from '../../lib/duration'
import { paths } from '../../lib/paths'
import { causeInWords } from '../../lib/run-cause'
import { runLook } from '../../lib/run-look'
import { useAction } from '../../lib/use-action'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useConnect } from '../../stores/use-connect'
import { RunNode } from './run-node'

export function LoadedRun({ run }: { run: RunView }) {
  const [, navigate] = useLocation()
  const retryRun = useConnect((state) => state.retryRun)
  const cancelRun = useConnect((state) => state.cancelRun)
  const retry = useAction(async () => navigate(paths.run(await retryRun(run.id))))
  const cancel = useAction(() => cancelRun(run.id))
  const retriable = run.status === 'failed'
  useShortcuts(retriable ? { r: () => void retry.run() } : {})
  const { icon: Icon, word, tone, moves } = runLook[run.status]
  const problem = retry.problem ?? cancel.problem
  return (
    <>
      <div className="-mt-4 flex flex-col gap-3">
        <header className="flex flex-wrap items-start gap-x-3.5 gap-y-3">
          <div className="min-w-56 flex-1">
            <h1 className="break-words font-semibold text-title tracking-tight">
              <bdi>{runWords.runOf(run.recipeName)}</bdi>
            </h1>
            <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1" role="status">
              <Icon className={classNames('size-4 shrink-0', toneInk[tone], moves && 'spin')} aria-hidden />
              <span className={classNames('font-medium', toneInk[tone])}>
                {word} {run.failedNode !== null && runWords.failedAt(run.failedNode.name)}
              </span>
              <span className="text-muted">
                · {causeInWords(run)} · <RelativeTime at={run.startedAt} />
                {run.finishedAt !== null && ` · ${runWords.took(durationInWords(run.startedAt, run.finishedAt))}`}
              </span>
            </div>
          </div>
          <div className="flex flex-wrap gap-2">
            {run.status === 'running' && (
              <Button busy={cancel.busy} title={runWords.cancelling} onClick={() => void cancel.run()}>
                <Square aria-hidden />
                {runWords.cancel}
              </Button>
            )}
            {retriable && (
              <Button look="primary" busy={retry.busy} onClick={() => void retry.run()} aria-keyshortcuts="r">
                {!retry.busy && <RotateCw aria-hidden />}
                {runWords.retryFailed}
              </Button>
            )}
          </div>
        </header>
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {run.status === 'interrupted' && <NoticeBox tone="warn">{runWords.interruptedWhy}</NoticeBox>}
      </div>
      <Section
        title={runWords.nodes}
        note={run.nodes.length}
        action={
          run.retryOf !== null && (
            <Link href={paths.run(run.retryOf)} className={linkLook}>
              {runWords.before}
            </Link>
          )
        }
      >
        <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
          {run.nodes.map((node) => (
            <RunNode key={node.nodeId} node={node} recipeId={run.recipeId} />
          ))}
        </ol>
      </Section>
    </>
  )
}
