import { useEffect, useState } from 'react'
import { commonWords } from '../../../src-shared/words/en/common'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { Button } from '../../components/button'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { useConnect } from '../../stores/use-connect'
import { LicencesDialog } from './licences-dialog'

export function About() {
  const version = useVersion()
  const [licences, setLicences] = useState(false)
  return (
    <SettingCard>
      <SettingRow
        title={version === undefined ? commonWords.product : settingsWords.version(commonWords.product, version)}
        description={settingsWords.aboutLead}
      />
      <SettingRow
        title={settingsWords.licences}
        description={settingsWords.licencesLead}
        control={<Button onClick={() => setLicences(true)}>{settingsWords.showLicences}</Button>}
      />
      {licences && <LicencesDialog onClose={() => setLicences(false)} />}
    </SettingCard>
  )
}

/** The owner is told by the host's facts; anybody else, under `serve`, by its health. */
function useVersion(): string | undefined {
  const known = useConnect((state) => state.facts?.version)
  const client = useConnect((state) => state.client)
  const served = useConnect((state) => state.host.kind === 'browser')
  const owner = useConnect((state) => state.ownsVault)
  const [version, setVersion] = useState<string>()
  useEffect(() => {
    if (owner || !served) return
    // A version that cannot be read is not worth a message: it is left out.
    client.health.get().then(
      (health) => setVersion(health.version),
      () => undefined,
    )
  }, [client, owner, served])
  return known ?? version
}
