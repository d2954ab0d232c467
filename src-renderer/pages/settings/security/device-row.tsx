import { useState } from 'react'
import type { KeySlotView } from '../../../../src-shared/contract/key-slot'
import { securityWords } from '../../../../src-shared/words/en/security'
import { SettingRow } from '../../../components/setting-row'
import { Switch } from '../../../components/switch'
import { keychainName } from '../../../lib/keychain-name'
import { useAction } from '../../../lib/use-action'
import { useConnect } from '../../../stores/use-connect'
import { SelectRow } from '../select-row'
import { PasswordDialog } from './password-dialog'

const every = [
  { value: 4, label: securityWords.everyHours(4) },
  { value: 24, label: securityWords.everyDay },
  { value: 168, label: securityWords.everyWeek },
  { value: 336, label: securityWords.everyTwoWeeks },
  { value: null, label: securityWords.never },
] as const

/** Unlocking by the keychain of this computer: what it is called there, and why not where it cannot. */
export function DeviceRow({ slot }: { slot: KeySlotView | undefined }) {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  const keychain = useConnect((state) => state.facts?.keychain)
  const enableDevice = useConnect((state) => state.enableDevice)
  const disableDevice = useConnect((state) => state.disableDevice)
  const notify = useConnect((state) => state.notify)
  const [asking, setAsking] = useState(false)
  const name = keychainName(keychain?.backend ?? '')
  const turnOff = useAction(async () => {
    await disableDevice()
    notify(securityWords.deviceOff(name))
  })
  if (!desktop || keychain === undefined) return null
  const able = keychain.state === 'available'
  const on = slot !== undefined
  return (
    <>
      <SettingRow
        title={securityWords.device}
        description={
          able ? (
            <>
              {securityWords.deviceLead(name)}
              {name !== keychain.backend && <span className="ml-1 font-mono">{keychain.backend}</span>}
            </>
          ) : (
            (keychain.reason ?? securityWords.deviceNone)
          )
        }
        problem={turnOff.problem}
        onRetry={() => void turnOff.run()}
        control={(labelled) => (
          <Switch
            {...labelled}
            checked={on}
            // What is on can always be turned off.
            disabled={!able && !on}
            onCheckedChange={(wanted) => (wanted ? setAsking(true) : void turnOff.run())}
          />
        )}
      />
      {on && (
        <SelectRow
          name="passwordEveryHours"
          title={securityWords.passwordEvery}
          description={securityWords.passwordEveryLead}
          choices={every}
        />
      )}
      {asking && (
        <PasswordDialog
          title={securityWords.deviceAsk(name)}
          lead={securityWords.deviceAskLead}
          button={securityWords.turnOn}
          onClose={() => setAsking(false)}
          onPassword={async (password) => {
            await enableDevice(password)
            notify(securityWords.deviceOn(name))
          }}
        />
      )}
    </>
  )
}
