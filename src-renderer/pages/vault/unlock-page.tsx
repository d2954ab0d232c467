import { lazy, Suspense, useEffect, useState } from 'react'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { NoticeBox } from '../../components/notice-box'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'
import { DeviceUnlock } from './device-unlock'
import { OnlyOwner } from './only-owner'
import { PasswordUnlock } from './password-unlock'
import { useUnlock } from './use-unlock'

const RecoveryUnlock = lazy(() => import('./recovery-unlock'))
const NewPasswordPage = lazy(() => import('./new-password-page'))

/** From the locked vault to the open one, and, where the password was lost, on to a new password. */
export function UnlockPage() {
  const passwordLost = useConnect((state) => state.passwordLost)
  const [byRecovery, setByRecovery] = useState(false)
  const [code, setCode] = useState('')
  const ownsVault = useConnect((state) => state.ownsVault)
  const demo = useConnect((state) => state.actors.length > 1)
  const restarted = useConnect((state) => state.engine === 'restarted')
  const title = !ownsVault ? gateWords.lockedTitle : byRecovery ? gateWords.recoveryTitle : gateWords.unlockTitle
  useTitle(title)
  useUnlockedElsewhere(!passwordLost)
  if (passwordLost) {
    return (
      <Suspense>
        <NewPasswordPage recoveryCode={code} />
      </Suspense>
    )
  }
  const ownLead = byRecovery ? gateWords.recoveryLead : demo ? gateWords.unlockLeadDemo : gateWords.unlockLead
  const lead = ownsVault ? ownLead : gateWords.lockedLead
  return (
    <GateCard mark={<BrandMark className="size-10" />} title={title} lead={lead}>
      <div className="flex flex-col gap-4">
        {restarted && (
          <NoticeBox tone="warn" alert title={gateWords.restarted}>
            {gateWords.restartedWhy}
          </NoticeBox>
        )}
        {ownsVault ? (
          <WaysIn byRecovery={byRecovery} onByRecovery={setByRecovery} code={code} onCode={setCode} />
        ) : (
          <OnlyOwner sentence={gateWords.unlockOnlyOwner} />
        )}
      </div>
    </GateCard>
  )
}

interface WaysInProps {
  byRecovery: boolean
  onByRecovery(wanted: boolean): void
  code: string
  onCode(code: string): void
}

function WaysIn({ byRecovery, onByRecovery, code, onCode }: WaysInProps) {
  const waysIn = useConnect((state) => state.waysIn)
  const attempt = useUnlock()
  const device = waysIn?.device ?? 'none'
  const turn = () => {
    attempt.clear()
    onByRecovery(!byRecovery)
  }
  return (
    <>
      {byRecovery ? (
        <Suspense>
          <RecoveryUnlock attempt={attempt} code={code} onCode={onCode} />
        </Suspense>
      ) : (
        <>
          <DeviceUnlock way={device} attempt={attempt} />
          <PasswordUnlock attempt={attempt} second={device === 'ready'} />
        </>
      )}
      {(byRecovery || waysIn?.recovery === true) && (
        <Button look="quiet" className="self-center" onClick={turn}>
          {byRecovery ? gateWords.usePassword : gateWords.useRecovery}
        </Button>
      )}
    </>
  )
}

/** Another window may have unlocked it meanwhile: looked up when the person comes back to this one. */
function useUnlockedElsewhere(locked: boolean): void {
  const readVault = useConnect((state) => state.readVault)
  useEffect(() => {
    if (!locked) return
    const look = () => void readVault()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [locked, readVault])
}
