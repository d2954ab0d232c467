import { useCallback, useEffect } from 'react'
import type { Problem } from '../../lib/problem'
import { useConnect } from '../../stores/use-connect'

interface OwnSettings {
  /** Whether they were read; for who does not own the vault there are none. */
  ready: boolean
  problem: Problem | undefined
  retry(): void
}

/** Reads what the owner's sections are about. */
export function useOwnSettings(): OwnSettings {
  const owner = useConnect((state) => state.ownsVault)
  const settled = useConnect(
    ({ settings, facts, factsProblem }) => settings !== undefined && (facts ?? factsProblem) !== undefined,
  )
  const settingsProblem = useConnect((state) => state.settingsProblem)
  const factsProblem = useConnect((state) => state.factsProblem)
  const loadSettings = useConnect((state) => state.loadSettings)
  const loadFacts = useConnect((state) => state.loadFacts)
  const retry = useCallback(() => {
    if (!owner) return
    void loadSettings()
    void loadFacts()
  }, [owner, loadSettings, loadFacts])
  useEffect(retry, [retry])
  // What was asked for somebody else, while the session changed hands, is not this person's problem.
  return { ready: settled || !owner, problem: owner ? (settingsProblem ?? factsProblem) : undefined, retry }
}
