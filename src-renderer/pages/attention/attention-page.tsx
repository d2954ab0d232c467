import { CircleCheck } from 'lucide-react'
import { attentionWords } from '../../../src-shared/words/en/attention'
import { useConnectionList } from '../../components/connection-rows/use-connection-list'
import { EmptyState } from '../../components/empty-state'
import { Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { AttentionList } from './attention-list'
import { NotificationSwitch } from './notification-switch'
import { ReconnectAll } from './reconnect-all'

/** Everything that broke and can be mended, each one button away from working again. */
export default function AttentionPage() {
  useTitle(attentionWords.title)
  useShortcuts({ Escape: useBack(paths.directory) })
  const list = useConnectionList({ needs: 'attention' })
  return (
    <Page>
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-56 flex-1">
          <h1 className="font-semibold text-title tracking-tight">{attentionWords.title}</h1>
          <p className="text-muted" role="status">
            {lead(list.total)}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <NotificationSwitch />
          <ReconnectAll list={list} />
        </div>
      </header>
      {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {list.total === undefined && list.problem === undefined && <div className="skeleton h-[146px]" aria-hidden />}
      {list.total === 0 && (
        <EmptyState icon={CircleCheck} title={attentionWords.allWorks}>
          {attentionWords.allWorksWhy}
        </EmptyState>
      )}
      {list.total !== undefined && list.total > 0 && <AttentionList total={list.total} list={list} />}
    </Page>
  )
}

function lead(total: number | undefined): string {
  return total === undefined || total === 0 ? attentionWords.lead : attentionWords.leadCount(total)
}
