import type { Problem } from './problem'

/** What the button beside an error does. `copy` stands in where only another person can help. */
export type WayOut =
  | { kind: 'retry' | 'reconnect' | 'unlock' | 'back' | 'copy'; label: string }
  /** The person corrects what they typed: the field itself is the way out. */
  | { kind: 'stay' }

export function wayOut(problem: Problem): WayOut {
  switch (problem.recovery) {
    case 'retry':
      return { kind: 'retry', label: 'Try again' }
    case 'reconnect':
      return { kind: 'reconnect', label: 'Reconnect' }
    case 'unlock':
      return { kind: 'unlock', label: 'Unlock the vault' }
    case 'select':
      return { kind: 'back', label: 'Back to Connect' }
    case 'grant':
    case 'contact_operator':
      return { kind: 'copy', label: 'Copy details for support' }
    case 'edit_input':
    case 'none':
      return { kind: 'stay' }
  }
}
