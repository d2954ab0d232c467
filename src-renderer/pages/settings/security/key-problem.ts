import { securityWords } from '../../../../src-shared/words/en/security'
import type { Problem } from '../../../lib/problem'

/** What stands beside the field for a password or a code that was refused; undefined where the problem is another one. */
export function keyProblem(problem: Problem | undefined, wait: number): string | undefined {
  if (wait > 0) return securityWords.wait(wait)
  return problem?.code === 'WRONG_PASSWORD' || problem?.code === 'WRONG_RECOVERY_CODE' ? problem.sentence : undefined
}
