import { useState } from 'react'
import type { KeySlotView } from '../../../../src-shared/contract/key-slot'
import { securityWords } from '../../../../src-shared/words/en/security'
import { Button } from '../../../components/button'
import { RelativeTime } from '../../../components/relative-time'
import { RichText } from '../../../components/rich-text'
import { SettingRow } from '../../../components/setting-row'
import { ChangePasswordDialog } from './change-password-dialog'

interface PasswordRowProps {
  slot: KeySlotView | undefined
  hasRecovery: boolean
}

export function PasswordRow({ slot, hasRecovery }: PasswordRowProps) {
  const [changing, setChanging] = useState(false)
  const since = slot?.createdAt ?? null
  return (
    <>
      <SettingRow
        title={securityWords.password}
        description={
          <>
            {securityWords.passwordLead}{' '}
            {since !== null && <RichText of={securityWords.passwordSince(<RelativeTime key="since" at={since} />)} />}
          </>
        }
        control={<Button onClick={() => setChanging(true)}>{securityWords.changePassword}</Button>}
      />
      {changing && <ChangePasswordDialog hasRecovery={hasRecovery} onClose={() => setChanging(false)} />}
    </>
  )
}
