import type { Problem } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import type { Key } from '../../stores/vault-slice'
import { useCooldown } from './use-cooldown'

export interface Unlock {
  busy: boolean
  /** Whole seconds until another key may be tried, whichever the last ones were. */
  wait: number
  /** The key was not the vault's. */
  wrong: Problem | undefined
  /** Anything else that went wrong. */
  problem: Problem | undefined
  run(key: Key): void
  clear(): void
}

const wrongKey: ReadonlySet<string> = new Set(['WRONG_PASSWORD', 'WRONG_RECOVERY_CODE'])

/** The attempts at opening the vault, of all ways in together: they are counted together. */
export function useUnlock(): Unlock {
  const unlock = useConnect((state) => state.unlock)
  const { busy, problem, run, clear } = useAction(unlock)
  const wait = useCooldown(problem)
  const isWrong = problem !== undefined && wrongKey.has(problem.code)
  return {
    busy,
    wait,
    wrong: isWrong ? problem : undefined,
    problem: isWrong || problem?.code === 'TOO_MANY_ATTEMPTS' ? undefined : problem,
    run: (key) => void run(key),
    clear,
  }
}
