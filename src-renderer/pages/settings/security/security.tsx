import { useEffect } from 'react'
import { auditWords } from '../../../../src-shared/words/en/audit'
import { securityWords } from '../../../../src-shared/words/en/security'
import { ProblemNotice } from '../../../components/problem-notice'
import { SettingCard, SettingSkeleton } from '../../../components/setting-row'
import { paths } from '../../../lib/paths'
import { useConnect } from '../../../stores/use-connect'
import { DeviceRow } from './device-row'
import { LockSettings } from './lock-settings'
import { PageRow } from './page-row'
import { PasswordRow } from './password-row'
import { RecoveryRow } from './recovery-row'
import { RotateRow } from './rotate-row'
import { TransferRows } from './transfer-rows'

/** When the vault locks, and what opens it. */
export function Security() {
  const slots = useConnect((state) => state.slots)
  const problem = useConnect((state) => state.slotsProblem)
  const loadSlots = useConnect((state) => state.loadSlots)
  useEffect(() => void loadSlots(), [loadSlots])
  return (
    <div className="flex flex-col gap-3">
      <LockSettings />
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void loadSlots()} />}
      {slots === undefined && problem === undefined && <SettingSkeleton rows={3} />}
      {slots !== undefined && (
        <SettingCard>
          <PasswordRow
            slot={slots.find(({ kind }) => kind === 'password')}
            hasRecovery={slots.some(({ kind }) => kind === 'recovery')}
          />
          <RecoveryRow slot={slots.find(({ kind }) => kind === 'recovery')} />
          <DeviceRow slot={slots.find(({ kind }) => kind === 'device')} />
          <RotateRow />
          <TransferRows />
          <PageRow
            title={securityWords.keyHealth}
            description={securityWords.keyHealthLead}
            path={paths.keyHealth}
            link={securityWords.openKeyHealth}
          />
          <PageRow title={auditWords.title} description={auditWords.shortLead} path={paths.audit()} link={auditWords.open} />
        </SettingCard>
      )}
    </div>
  )
}
