import type { Rollback } from '../../../src-shared/contract/vault-damage'
import { damageWords } from '../../../src-shared/words/en/damage'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** The vault is not where this computer last saw it: how far it is behind, and the way on. */
export function RollbackNotice({ rollback: { kind, expected, found, seenAt } }: { rollback: Rollback }) {
  const acceptCopy = useConnect((state) => state.acceptCopy)
  const accept = useAction(acceptCopy)
  const missing = kind === 'other_history' ? damageWords.rollbackOther : damageWords.rollbackMissing(expected - found)
  return (
    <>
      <NoticeBox
        tone="bad"
        title={damageWords.rollbackTitle[kind]}
        action={
          <Button busy={accept.busy} onClick={() => void accept.run()}>
            {damageWords.accept}
          </Button>
        }
      >
        <p>
          {missing} {damageWords.rollbackSeen} <RelativeTime at={seenAt} />.
        </p>
        <p className="mt-1.5">{damageWords.rollbackWhy}</p>
        <p className="mt-1.5">{damageWords.tokensWhy}</p>
      </NoticeBox>
      {accept.problem !== undefined && <ProblemNotice problem={accept.problem} onRetry={() => void accept.run()} />}
    </>
  )
}
