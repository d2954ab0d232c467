import { useState } from 'react'
import type { ImportEntryView, ImportView } from '../../../src-shared/contract/import'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { useAction } from '../../lib/use-action'
import { ChooseColumns } from './choose-columns'
import { ChooseDefaults } from './choose-defaults'
import { EditEntry } from './edit-entry'
import { EntryList } from './entry-list'
import type { ImportFlow } from './use-import-flow'
import { useSelection } from './use-selection'

/** What would be added, before anything is. */
export function Preview({ flow, view }: { flow: ImportFlow; view: ImportView }) {
  const selection = useSelection(view)
  const [edited, setEdited] = useState<ImportEntryView>()
  const commit = useAction(() => flow.commit(selection.chosen()))
  const choose = useAction(async (choice: Parameters<ImportFlow['choose']>[0]) => {
    await flow.choose(choice)
    selection.from(selection.base)
  })
  const { counts, table, notes } = view
  const summary = [
    words.summary(counts.total, counts.ready),
    counts.needsValue > 0 && words.needing(counts.needsValue),
    counts.skipped > 0 && words.skipped(counts.skipped),
    counts.duplicates > 0 && words.duplicates(counts.duplicates),
  ]
  return (
    <>
      {notes.map((note) => (
        <NoticeBox key={note} tone="warn">
          {note}
        </NoticeBox>
      ))}
      {table !== null && <ChooseColumns table={table} onChoose={(choice) => void choose.run(choice)} />}
      <ChooseDefaults defaults={view.defaults} busy={choose.busy} onChoose={(defaults) => void choose.run({ defaults })} />
      {choose.problem !== undefined && <ProblemNotice problem={choose.problem} />}
      <Section
        title={words.entries}
        note={<span role="status">{summary.filter(Boolean).join(', ')}</span>}
        action={
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => selection.from('suggested')}>{words.selectSuggested}</Button>
            <Button onClick={() => selection.from('ready')}>{words.selectAll}</Button>
            <Button onClick={() => selection.from('none')}>{words.selectNone}</Button>
          </div>
        }
      >
        <EntryList view={view} round={flow.round} selection={selection} onEdit={setEdited} />
      </Section>
      <div className="sticky bottom-0 -mx-2 flex flex-col gap-2 border-t bg-page px-2 py-3">
        {commit.problem !== undefined && <ProblemNotice problem={commit.problem} onRetry={() => void commit.run()} />}
        <div className="flex flex-wrap items-center gap-2">
          <Button look="primary" busy={commit.busy} disabled={selection.count === 0} onClick={() => void commit.run()}>
            {words.import(selection.count)}
          </Button>
          <Button onClick={flow.leave}>{words.startOver}</Button>
          {commit.busy && (
            <span role="status" className="text-muted">
              {words.importing}
            </span>
          )}
        </div>
      </div>
      {edited !== undefined && (
        <EditEntry
          entry={edited}
          onClose={() => setEdited(undefined)}
          onSave={async (change) => {
            await flow.change(edited, change)
            selection.forget(edited.n)
          }}
        />
      )}
    </>
  )
}
