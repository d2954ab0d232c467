import { Link } from 'wouter'
import type { DamageStanding } from '../../../src-shared/contract/vault-damage'
import { damageWords } from '../../../src-shared/words/en/damage'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { DamagePlaces } from './damage-places'

/** What happened to the vault's files, what is lost, where the damaged ones are kept, and what to do. */
export function DamageNotice({ damage }: { damage: DamageStanding }) {
  const acknowledgeDamage = useConnect((state) => state.acknowledgeDamage)
  const acknowledge = useAction(acknowledgeDamage)
  const { lostEvents, lostSecrets, recoveredSecrets, keptAside, rebuiltFrom } = damage
  const lost = lostEvents.reduce((sum, { from, through }) => sum + through - from + 1, 0)
  const isLoss = lost > 0 || lostSecrets.length > 0
  const isRead = damage.acknowledgedAt !== null
  return (
    <>
      <NoticeBox
        tone={isLoss && !isRead ? 'bad' : 'warn'}
        title={isLoss ? damageWords.title : damageWords.titleMended}
        action={
          !isRead && (
            <Button busy={acknowledge.busy} onClick={() => void acknowledge.run()}>
              {damageWords.acknowledge}
            </Button>
          )
        }
      >
        <p>
          {damageWords.found} <RelativeTime at={damage.at} />. {damageWords.happened}
        </p>
        {rebuiltFrom !== null && <p className="mt-1.5">{damageWords.rebuilt}</p>}
        {recoveredSecrets.length > 0 && <p className="mt-1.5">{damageWords.recovered(recoveredSecrets.length)}</p>}
        {isLoss ? (
          <ul className="mt-1.5 list-disc pl-5">
            {lost > 0 && (
              <li>
                <span className="font-medium">{damageWords.lostEvents(lost)}</span> {damageWords.lostEventsWhy}
              </li>
            )}
            {lostSecrets.map(({ record, name }) => (
              <li key={record}>
                {damageWords.lostSecret(name)}{' '}
                {record.startsWith('cred_') && (
                  <Link href={paths.connection(record)} className="font-medium underline underline-offset-2">
                    {damageWords.reconnect}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className="mt-1.5 font-medium">{damageWords.nothingLost}</p>
        )}
        {keptAside.length > 0 && <KeptAside files={keptAside} />}
        <DamagePlaces files={damage.files} />
        <p className="mt-1.5">{isRead ? damageWords.acknowledged : damageWords.whatToDo}</p>
      </NoticeBox>
      {acknowledge.problem !== undefined && (
        <ProblemNotice problem={acknowledge.problem} onRetry={() => void acknowledge.run()} />
      )}
    </>
  )
}

function KeptAside({ files }: { files: readonly string[] }) {
  return (
    <div className="mt-1.5">
      <p>{damageWords.keptAside(files.length)}</p>
      <ul className="mt-0.5">
        {files.map((file) => (
          <li key={file} className="break-all font-mono text-small">
            {file}
          </li>
        ))}
      </ul>
    </div>
  )
}
