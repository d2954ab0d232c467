import { LoaderCircle, Stethoscope } from 'lucide-react'
import { useState } from 'react'
import type { CallbackDiagnosis } from '../../../src-shared/contract/host'
import { callbackWords } from '../../../src-shared/words/en/callbacks'
import { Button } from '../../components/button'
import { ProviderMark } from '../../components/provider-mark'
import { SettingRow } from '../../components/setting-row'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { FindingRow } from './finding-row'

const transportWords: Record<CallbackDiagnosis['transports'][number]['transport'], string> = {
  loopback: callbackWords.by_loopback,
  deep_link: callbackWords.by_deep_link,
  paste: callbackWords.by_paste,
}

/** Tries how the answers of providers come back, and says which way each will use and why. */
export function CallbackDoctor() {
  const client = useConnect((state) => state.client)
  const [found, setFound] = useState<CallbackDiagnosis>()
  const examine = useAction(async () => setFound(await client.host.diagnoseCallback()))
  return (
    <SettingRow
      title={callbackWords.doctor}
      description={callbackWords.doctorLead}
      problem={examine.problem}
      onRetry={() => void examine.run()}
      control={
        <Button busy={examine.busy} onClick={() => void examine.run()}>
          {!examine.busy && <Stethoscope aria-hidden />}
          {found === undefined ? callbackWords.test : callbackWords.testAgain}
        </Button>
      }
    >
      <div role="status" className="contents">
        {examine.busy && (
          <p className="flex items-center gap-2 text-muted">
            <LoaderCircle className="spin size-4 text-accent-ink" aria-hidden />
            {callbackWords.testing}
          </p>
        )}
        {!examine.busy && found !== undefined && <Findings found={found} />}
      </div>
    </SettingRow>
  )
}

function Findings({ found }: { found: CallbackDiagnosis }) {
  return (
    <div className="overflow-hidden rounded-control border border-line">
      <ul className="divide-y divide-line">
        <FindingRow name={callbackWords.loopbackLine} finding={found.loopback} />
        <FindingRow name={callbackWords.deepLinkLine} finding={found.deepLink} />
      </ul>
      {found.transports.length > 0 && (
        <>
          <h3 className="border-line border-y bg-sunken px-3 py-1.5 text-muted text-small">{callbackWords.perProvider}</h3>
          <ul className="divide-y divide-line">
            {found.transports.map(({ type, name, transport, why }) => (
              <li key={type} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
                <span className="flex w-48 max-w-full shrink-0 items-center gap-2.5">
                  <ProviderMark type={type} size="small" />
                  <span className="truncate font-medium">{name}</span>
                </span>
                <span className="min-w-0 flex-[1_1_12rem]">
                  {transportWords[transport]}
                  <span className="block text-muted text-small">{why}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
