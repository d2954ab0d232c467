import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { RunNodeView } from '../../../src-shared/contract/run'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { runWords } from '../../../src-shared/words/en/run'
import { CopyButton } from '../../components/copy-button'
import { type Json, JsonTree } from '../../components/json-tree'
import { NodeKindMark } from '../../components/node-kind-mark'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { durationInWords } from '../../lib/duration'
import { nodeKindLook } from '../../lib/node-kind-look'
import { runNodeLook } from '../../lib/run-look'
import { RunNodeError } from './run-node-error'

interface RunNodeProps {
  node: RunNodeView
  recipeId: RecipeId
}

/** One node of a run: how it went, how long it took, and what it gave. */
export function RunNode({ node, recipeId }: RunNodeProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { icon: Icon, word, tone, moves } = runNodeLook[node.status]
  const hasOutput = node.status === 'succeeded'
  const line = (
    <>
      <ChevronRight
        className={classNames(
          'size-3.5 shrink-0 text-muted transition-transform duration-100',
          open && 'rotate-90',
          !hasOutput && 'invisible',
        )}
        aria-hidden
      />
      <NodeKindMark kind={node.kind} />
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="truncate font-medium">{node.name}</bdi>
        <span className="truncate text-muted text-small">
          {nodeKindLook[node.kind].word}
          {node.times > 1 && ` · ${runWords.nodeTimes(node.times)}`}
        </span>
      </span>
      <span className="hidden shrink-0 text-muted text-small tabular-nums sm:block">
        {node.startedAt !== null && node.finishedAt !== null && durationInWords(node.startedAt, node.finishedAt)}
      </span>
      <span className={classNames('flex w-24 shrink-0 items-center gap-1.5 text-small', toneInk[tone])}>
        <Icon className={classNames('size-4 shrink-0', moves && 'spin')} aria-hidden />
        {word}
      </span>
    </>
  )
  const look = 'flex min-h-13 w-full items-center gap-2.5 px-3 py-1.5 text-left'
  return (
    <li data-run-node={node.nodeId} data-status={node.status}>
      {hasOutput ? (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className={classNames(look, 'hover:bg-hover focus-visible:-outline-offset-2')}
        >
          {line}
        </button>
      ) : (
        <div className={look}>{line}</div>
      )}
      {node.error !== null && <RunNodeError error={node.error} nodeId={node.nodeId} recipeId={recipeId} />}
      {open && (
        <div id={id} className="border-line border-t bg-sunken py-2 pr-2 pl-9">
          <Output node={node} />
        </div>
      )}
    </li>
  )
}

function Output({ node: { output, outputTruncated } }: { node: RunNodeView }) {
  if (output === null) return <p className="text-muted text-small">{runWords.nothingGiven}</p>
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1 overflow-x-auto font-mono text-small">
        <div translate="no">
          <JsonTree value={output as Json} />
        </div>
        {outputTruncated && <p className="mt-1 font-sans text-warn-ink">{runWords.truncated}</p>}
      </div>
      <CopyButton what={runWords.copyOutput} text={JSON.stringify(output, null, 2)} />
    </div>
  )
}
