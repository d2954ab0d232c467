import { Braces, Play } from 'lucide-react'
import { useState } from 'react'
import type { DeploymentView } from '../../../src-shared/contract/deployment'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { DeploymentId } from '../../../src-shared/domain/identifiers'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { RunMark } from '../../components/run-mark'
import { Section } from '../../components/section'
import type { RecipeDeployments } from './use-deployments'
import { WithdrawDialog } from './withdraw-dialog'

interface DeploymentsProps {
  recipe: RecipeView
  deployments: RecipeDeployments
  onRun(id: DeploymentId): void
  onRunWith(id: DeploymentId): void
}

/** What runs: each a version as it was when somebody deployed it. */
export function Deployments({ recipe, deployments, onRun, onRunWith }: DeploymentsProps) {
  const [withdrawing, setWithdrawing] = useState<DeploymentView>()
  const live = deployments.value?.filter(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <Section title={recipePageWords.deployments} note={live !== undefined && live.length > 0 && live.length}>
      {deployments.problem !== undefined && <ProblemNotice problem={deployments.problem} onRetry={deployments.again} />}
      {live === undefined && deployments.problem === undefined && <div className="skeleton h-14" aria-hidden />}
      {live?.length === 0 && (
        <p className="rounded-card border border-line border-dashed px-4 py-3 text-muted">{recipePageWords.noDeployments}</p>
      )}
      {live !== undefined && live.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {live.map((deployment) => (
            <li key={deployment.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
              <div className="min-w-44 flex-1">
                <p className="font-medium">{recipePageWords.version(deployment.version)}</p>
                <p className="text-muted text-small">
                  <RelativeTime at={deployment.at} /> {recipePageWords.deployedBy(deployment.deployedBy.label)}
                  {deployment.version < recipe.version && ` · ${recipePageWords.older}`}
                </p>
              </div>
              <span className="text-muted text-small">
                {deployment.lastRun === null ? recipeListWords.neverRan : <RunMark run={deployment.lastRun} />}
              </span>
              <div className="flex flex-wrap items-center gap-1.5">
                <Button look="quiet" onClick={() => setWithdrawing(deployment)}>
                  {recipePageWords.withdraw}
                </Button>
                <IconButton
                  label={recipePageWords.runWith}
                  onClick={() => onRunWith(deployment.id)}
                  className="size-8 border border-line-strong bg-card"
                >
                  <Braces />
                </IconButton>
                <Button onClick={() => onRun(deployment.id)}>
                  <Play aria-hidden />
                  {recipePageWords.runNow}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {withdrawing !== undefined && <WithdrawDialog deployment={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Section>
  )
}
