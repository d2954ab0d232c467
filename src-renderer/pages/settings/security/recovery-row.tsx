import { useState } from 'react'
import { useLocation } from 'wouter'
import type { KeySlotView } from '../../../../src-shared/contract/key-slot'
import { securityWords } from '../../../../src-shared/words/en/security'
import { Button } from '../../../components/button'
import { RelativeTime } from '../../../components/relative-time'
import { RichText } from '../../../components/rich-text'
import { SettingRow } from '../../../components/setting-row'
import { paths } from '../../../lib/paths'
import { useConnect } from '../../../stores/use-connect'
import { PasswordDialog } from './password-dialog'

export function RecoveryRow({ slot }: { slot: KeySlotView | undefined }) {
  const removeRecovery = useConnect((state) => state.removeRecovery)
  const notify = useConnect((state) => state.notify)
  const [, navigate] = useLocation()
  const [removing, setRemoving] = useState(false)
  return (
    <>
      <SettingRow
        title={securityWords.recovery}
        description={
          slot === undefined ? (
            securityWords.recoveryNone
          ) : slot.createdAt === null ? (
            securityWords.recoveryKnown
          ) : (
            <RichText of={securityWords.recoverySince(<RelativeTime key="since" at={slot.createdAt} />)} />
          )
        }
        control={
          slot === undefined ? (
            <Button onClick={() => navigate(paths.recovery)}>{securityWords.makeRecovery}</Button>
          ) : (
            <span className="flex gap-2">
              <Button onClick={() => navigate(paths.recovery)} aria-label={`${securityWords.replace}: ${securityWords.recovery}`}>
                {securityWords.replace}
              </Button>
              <Button
                look="quiet-danger"
                onClick={() => setRemoving(true)}
                aria-label={`${securityWords.remove}: ${securityWords.recovery}`}
              >
                {securityWords.remove}
              </Button>
            </span>
          )
        }
      />
      {removing && (
        <PasswordDialog
          danger
          title={securityWords.removeRecoveryAsk}
          lead={securityWords.removeRecoveryLead}
          button={securityWords.removeRecovery}
          onClose={() => setRemoving(false)}
          onPassword={async (password) => {
            await removeRecovery(password)
            notify(securityWords.recoveryRemoved)
          }}
        />
      )}
    </>
  )
}
