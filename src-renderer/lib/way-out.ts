import { commonWords } from '../../src-shared/words/en/common'
import { problemWords } from '../../src-shared/words/en/problem'
import type { Problem } from './problem'

/** What the button beside an error does. `copy` stands in where only another person can help. */
export type WayOut =
  | { kind: 'retry' | 'reconnect' | 'unlock' | 'back' | 'copy'; label: string }
  /** The person corrects what they typed: the field itself is the way out. */
  | { kind: 'stay' }

export function wayOut(problem: Problem): WayOut {
  switch (problem.recovery) {
    case 'retry':
      return { kind: 'retry', label: commonWords.tryAgain }
    case 'reconnect':
      return { kind: 'reconnect', label: commonWords.reconnect }
    case 'unlock':
      return { kind: 'unlock', label: problemWords.unlockVault }
    case 'select':
      return { kind: 'back', label: problemWords.backToConnect }
    case 'grant':
    case 'contact_operator':
      return { kind: 'copy', label: problemWords.copyForSupport }
    case 'edit_input':
    case 'none':
      return { kind: 'stay' }
  }
}
