import type { RecipeProblem, Verdict } from '../../src-shared/domain/recipe/problem'
import { recipeListWords } from '../../src-shared/words/en/recipe-list'

/** How many things stop a recipe. */
export const stopCount = ({ problems, incomplete }: Verdict): number => problems.length + incomplete.length

/** A problem in its own sentence, which mostly names the node; where it does not, with its name. */
export const problemInWords = ({ nodeName, message }: Pick<RecipeProblem, 'nodeName' | 'message'>): string =>
  message.includes(nodeName) ? message : recipeListWords.ofNode(nodeName, message)

/** "Would deploy now", or how much stops it and the first of it in its own sentence. */
export function verdictInWords(verdict: Verdict): string {
  const count = stopCount(verdict)
  if (verdict.ok || count === 0) return recipeListWords.wouldDeploy
  const [problem] = verdict.problems
  const first = problem === undefined ? (verdict.incomplete[0]?.message ?? '') : problemInWords(problem)
  return recipeListWords.stopsWith(recipeListWords.stops(count), first)
}
