import { Fingerprint } from 'lucide-react'
import { useEffect } from 'react'
import type { WaysIn } from '../../../src-shared/contract/vault'
import { gateWords } from '../../../src-shared/words/en/gate'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { keychainName } from '../../lib/keychain-name'
import { useConnect } from '../../stores/use-connect'
import type { Unlock } from './use-unlock'

/** What the keychain of this computer can do for the person now. Offered, never done unasked. */
export function DeviceUnlock({ way, attempt }: { way: WaysIn['device']; attempt: Unlock }) {
  const backend = useConnect((state) => state.facts?.keychain.backend)
  const loadFacts = useConnect((state) => state.loadFacts)
  const ready = way === 'ready'
  useEffect(() => {
    if (ready) void loadFacts()
  }, [ready, loadFacts])

  if (way === 'none') return null
  if (way === 'password_due')
    return (
      <NoticeBox tone="managed" title={gateWords.passwordDue}>
        {gateWords.passwordDueWhy}
      </NoticeBox>
    )
  if (way === 'unavailable') return <NoticeBox tone="warn">{gateWords.deviceUnavailable}</NoticeBox>
  return (
    <>
      <Button look="primary" className="w-full" busy={attempt.busy} onClick={() => attempt.run({ device: true })}>
        <Fingerprint aria-hidden />
        {gateWords.unlockWith(backend ? keychainName(backend) : gateWords.theKeychain)}
      </Button>
      <p className="flex items-center gap-3 text-muted text-small before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {gateWords.orPassword}
      </p>
    </>
  )
}
