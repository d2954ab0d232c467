import { CircleAlert } from 'lucide-react'
import { useLocation } from 'wouter'
import type { RunNodeView } from '../../../src-shared/contract/run'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { commonWords } from '../../../src-shared/words/en/common'
import { problemWords } from '../../../src-shared/words/en/problem'
import { runWords } from '../../../src-shared/words/en/run'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { RichText } from '../../components/rich-text'
import { paths } from '../../lib/paths'
import { problemDetails } from '../../lib/problem'

interface RunNodeErrorProps {
  error: NonNullable<RunNodeView['error']>
  nodeId: string
  recipeId: RecipeId
}

/** What failed in a node, as the provider named it, with the way out as a button. */
export function RunNodeError({ error, nodeId, recipeId }: RunNodeErrorProps) {
  const [, navigate] = useLocation()
  const { code, message, providerError, connectionId, status, recovery } = error
  const atNode = recovery === 'select' || recovery === 'grant' || recovery === 'edit_input'
  return (
    <div className="mx-3 mb-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 rounded-control bg-bad-soft py-1.5 pr-1.5 pl-3 text-bad-ink">
      <CircleAlert className="size-4 shrink-0" aria-hidden />
      <div className="min-w-40 flex-1 py-0.5">
        <p className="break-words">{message}</p>
        <p className="text-small">
          <code className="font-mono">{code}</code>
          {providerError !== undefined && (
            <>
              {' · '}
              <RichText of={problemWords.providersCode(<code className="font-mono">{providerError}</code>)} />
            </>
          )}
        </p>
      </div>
      {recovery === 'reconnect' && connectionId !== undefined && (
        <Button onClick={() => navigate(paths.connection(connectionId))}>{commonWords.reconnect}</Button>
      )}
      {atNode && <Button onClick={() => navigate(paths.recipeNode(recipeId, nodeId))}>{runWords.showNode}</Button>}
      <CopyButton
        what={problemWords.details}
        text={problemDetails({
          code,
          sentence: message,
          recovery,
          data: { recovery, providerError, connectionId, ...(status !== undefined && { type: status }) },
        })}
      />
    </div>
  )
}
