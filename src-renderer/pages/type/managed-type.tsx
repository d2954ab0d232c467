import { CircleAlert, CircleDashed } from 'lucide-react'
import type { TypeView } from '../../../src-shared/contract/directory'
import { typeWords } from '../../../src-shared/words/en/type'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { EmptyState } from '../../components/empty-state'
import { NoticeBox } from '../../components/notice-box'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { PendingHosts } from './pending-hosts'
import { ProvisionedConnection } from './provisioned-connection'

/** What the operator provides of this type, and how their file stands. There is nothing to add or remove here. */
export function ManagedType({ view }: { view: TypeView }) {
  const { operator } = view
  const list = useConnectionList({ type: view.type })
  const ids = Array.from({ length: list.total ?? 0 }, (_, index) => list.idAt(index)).filter((id) => id !== undefined)
  return (
    <>
      {operator !== null && operator.problem !== null && (
        <NoticeBox tone="bad" icon={CircleAlert} title={typeWords.fileUnreadable}>
          <p>{operator.problem}</p>
          {ids.length > 0 && <p>{typeWords.fileKept}</p>}
        </NoticeBox>
      )}
      {operator !== null && operator.pendingHosts.length > 0 && <PendingHosts view={view} hosts={operator.pendingHosts} />}
      <Section title={typeWords.provided}>
        {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
        {list.total === undefined && list.problem === undefined && <div className="skeleton h-36" aria-hidden />}
        {list.total === 0 && (
          <EmptyState icon={CircleDashed} title={typeWords.notProvisioned}>
            {typeWords.notProvisionedWhy(view.name)}
          </EmptyState>
        )}
        <div className="flex flex-col gap-3">
          {ids.map((id) => (
            <ProvisionedConnection key={id} id={id} />
          ))}
        </div>
      </Section>
    </>
  )
}
