import type { RunSummary } from '../../src-shared/contract/run'
import { runWords } from '../../src-shared/words/en/run'

/** "Started by Ada Lovelace", "Started by Slack". */
export function causeInWords({ cause, startedBy }: Pick<RunSummary, 'cause' | 'startedBy'>): string {
  if (cause !== 'manual' && cause !== 'retry') return runWords[cause]
  return runWords[cause](startedBy?.label ?? runWords.somebody)
}
