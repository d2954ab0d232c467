import type { GrantView } from '../../src-shared/contract/grant'
import { grantWords } from '../../src-shared/words/en/grant'
import type { Tone } from './status-look'

interface GrantLook {
  word: string
  tone: Tone
  /** Whether it can still permit something, so that revoking it means something. */
  inForce: boolean
}

export const grantLook: Record<GrantView['status'], GrantLook> = {
  active: { word: grantWords.active, tone: 'ok', inForce: true },
  // A deployment that was pinned before may still use it.
  earlier_version: { word: grantWords.earlierVersion, tone: 'warn', inForce: true },
  expired: { word: grantWords.expired, tone: 'gone', inForce: false },
  revoked: { word: grantWords.revoked, tone: 'gone', inForce: false },
  owner_gone: { word: grantWords.ownerGone, tone: 'gone', inForce: false },
  recipe_removed: { word: grantWords.recipeRemoved, tone: 'gone', inForce: false },
}
