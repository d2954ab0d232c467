import type { LifecycleEvent } from '../../../../src-shared/domain/lifecycle'
import { type RefreshVerdict, refreshVerdict } from '../../../../src-shared/domain/refresh-verdict'
import type { RefreshedTokens } from '../../provider/provider'
import { failureCode, retryAfterOf } from './failure'

/** After an unknown outcome the same token is sent again at once, then after these. Milliseconds. */
const RETRIES_MS = [0, 1000, 3000, 8000]

export type StepOutcome =
  | { kind: 'refreshed'; tokens: RefreshedTokens }
  /** `uncertain`: the provider may have taken the token. `event` is what it comes to, where it is for good. */
  | { kind: 'failed'; code: string; uncertain: boolean; retryAfterSeconds: number; event: LifecycleEvent | undefined }

interface Sending {
  /** One request, in its turn at the provider. */
  send(): Promise<RefreshedTokens>
  wait(milliseconds: number): Promise<void>
  meaning(code: string): LifecycleEvent | undefined
}

interface Token {
  /** The provider may take it only once. */
  isSpent: boolean
  /** An earlier sending of it has no known outcome. */
  isPending: boolean
}

/** Sends one step of a refresh until its outcome is known, or has to wait. */
export async function sendStep({ send, wait, meaning }: Sending, { isSpent, isPending }: Token): Promise<StepOutcome> {
  let uncertain = isPending
  for (let retry = 0; ; retry++) {
    try {
      return { kind: 'refreshed', tokens: await send() }
    } catch (error) {
      const code = failureCode(error)
      const verdict = refreshVerdict(code)
      const event = meaning(code) ?? eventOf(verdict, uncertain)
      uncertain ||= isSpent && (verdict === 'no_answer' || verdict === 'in_trouble')
      const next = RETRIES_MS[retry]
      if (event !== undefined || verdict !== 'no_answer' || next === undefined) {
        return {
          kind: 'failed',
          code,
          uncertain: event === undefined && uncertain,
          retryAfterSeconds: retryAfterOf(error),
          event,
        }
      }
      await wait(next)
    }
  }
}

function eventOf(verdict: RefreshVerdict, uncertain: boolean): LifecycleEvent | undefined {
  if (verdict === 'needs_reauth') return uncertain ? 'refresh_outcome_unknown' : 'invalid_grant'
  return verdict === 'broken' ? 'refresh_failed' : undefined
}
