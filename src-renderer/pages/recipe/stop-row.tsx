import { useLocation } from 'wouter'
import type { RecipeProblem } from '../../../src-shared/domain/recipe/problem'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { paths } from '../../lib/paths'
import { problemInWords } from '../../lib/verdict-in-words'

type StopRowProps = { onShow(nodeId: string): void } & (
  | { problem: RecipeProblem; incomplete?: undefined }
  | { problem?: undefined; incomplete: { nodeId: string; message: string } }
)

/** One thing that stops a recipe, and one button. */
export function StopRow({ problem, incomplete, onShow }: StopRowProps) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-t px-3.5 py-2">
      <span className="min-w-48 flex-1 break-words">{problem === undefined ? incomplete.message : problemInWords(problem)}</span>
      {problem !== undefined ? (
        <Mend problem={problem} onShow={onShow} />
      ) : (
        <Button onClick={() => onShow(incomplete.nodeId)}>{recipePageWords.showNode}</Button>
      )}
    </li>
  )
}

function Mend({ problem, onShow }: { problem: RecipeProblem; onShow(nodeId: string): void }) {
  const [, navigate] = useLocation()
  const { nodeId, nodeName, code, message, connectionId, status, delegatedType, recovery } = problem
  const named = (action: string) => recipePageWords.inNode(nodeName, action)
  if (recovery === 'reconnect' && connectionId !== undefined) {
    return (
      <Button aria-label={named(recipePageWords.reconnect)} onClick={() => navigate(paths.connection(connectionId))}>
        {recipePageWords.reconnect}
      </Button>
    )
  }
  if (recovery === 'contact_operator') {
    const details = { code, message, connectionId, status, delegatedType, nodeId }
    return (
      <CopyButton
        wide
        what={recipePageWords.details}
        label={recipePageWords.copyForOperator}
        text={Object.entries(details)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}
      />
    )
  }
  const action =
    recovery === 'grant' ? recipePageWords.grant : recovery === 'select' ? recipePageWords.select : recipePageWords.showNode
  return (
    <Button aria-label={named(action)} onClick={() => onShow(nodeId)}>
      {action}
    </Button>
  )
}
