import { useEffect } from 'react'
import { keyHealthWords } from '../../../src-shared/words/en/key-health'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { OwnerNotice } from '../settings/owner-notice'
import { DamageNotice } from './damage-notice'
import { DamagedFiles } from './damaged-files'
import { RestoreDrill } from './restore-drill'
import { RollbackNotice } from './rollback-notice'
import { SlotList } from './slot-list'
import { VaultFacts } from './vault-facts'

const back = paths.settingsSection('security')

/** What a person looks at to trust their vault. */
export default function KeyHealthPage() {
  useTitle(keyHealthWords.title)
  useShortcuts({ Escape: useBack(back) })
  const ownsVault = useConnect((state) => state.ownsVault)
  const health = useConnect((state) => state.health)
  const problem = useConnect((state) => state.healthProblem)
  const loadHealth = useConnect((state) => state.loadHealth)
  useEffect(() => {
    if (ownsVault) void loadHealth()
  }, [ownsVault, loadHealth])
  return (
    <Page>
      <header className="flex flex-col gap-1">
        <BackLink to={back}>{keyHealthWords.back}</BackLink>
        <h1 className="font-semibold text-title tracking-tight">{keyHealthWords.title}</h1>
        <p className="text-muted">{keyHealthWords.lead}</p>
      </header>
      <OwnerNotice />
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void loadHealth()} />}
      {ownsVault && health === undefined && problem === undefined && <div className="skeleton h-40" aria-hidden />}
      {health !== undefined && (
        <>
          {health.rollback !== null && <RollbackNotice rollback={health.rollback} />}
          {health.damage !== null && <DamageNotice damage={health.damage} />}
          {health.damage === null && health.damagedFiles.length > 0 && <DamagedFiles files={health.damagedFiles} />}
          <SlotList slots={health.slots} />
          <RestoreDrill last={health.lastDrill} />
          <VaultFacts health={health} />
        </>
      )}
    </Page>
  )
}
