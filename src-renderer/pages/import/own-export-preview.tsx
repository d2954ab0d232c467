import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Outputs } from '../../../src-shared/contract'
import type { ImportId } from '../../../src-shared/domain/identifiers'
import { importPageWords } from '../../../src-shared/words/en/import-page'
import { transferWords as words } from '../../../src-shared/words/en/transfer'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { ProviderMark } from '../../components/provider-mark'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

interface OwnExportPreviewProps {
  importId: ImportId
  /** Empty for a plain one. */
  password: string
  preview: Outputs['transfer']['preview']
  onLeave(): void
}

/** What would be taken in, and what is here already. */
export function OwnExportPreview({ importId, password, preview, onLeave }: OwnExportPreviewProps) {
  const client = useConnect((state) => state.client)
  const notify = useConnect((state) => state.notify)
  const [, navigate] = useLocation()
  const [beside, setBeside] = useState(false)
  const { counts, items, exportedAt } = preview
  const commit = useAction(async () => {
    const exportPassword = password === '' ? undefined : password
    const done = await client.transfer.commit({ importId, exportPassword, existing: beside ? 'add_beside' : 'skip' })
    notify(words.imported(done.connections, done.apps))
    navigate(paths.connections())
  })
  const wanted = counts.new + (beside ? counts.exists : 0)
  return (
    <Section title={words.importTitle}>
      <div className="flex flex-col gap-3">
        <p className="text-muted" role="status">
          {words.counts(counts.new, counts.exists, counts.refused)} · {words.madeOn} <RelativeTime at={exportedAt} />
        </p>
        <ul className="divide-y divide-line rounded-card border border-line">
          {items.map(({ kind, type, name, account, standing }, index) => (
            // A preview never changes, so a place in it is as good as a name.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index} className="flex min-w-0 items-center gap-3 px-3 py-2">
              <ProviderMark type={type} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-muted text-small">{kind === 'provider_app' ? words.app : account}</span>
              </span>
              <span className="text-muted text-small">{words.standing[standing]}</span>
            </li>
          ))}
        </ul>
        {counts.exists > 0 && (
          <label className="flex items-center gap-2">
            <input type="checkbox" checked={beside} onChange={({ target }) => setBeside(target.checked)} />
            {words.addBeside}
          </label>
        )}
        {wanted === 0 && <p className="text-muted">{words.nothing}</p>}
        {commit.problem !== undefined && <ProblemNotice problem={commit.problem} onRetry={() => void commit.run()} />}
        <div className="flex gap-2">
          <Button look="primary" busy={commit.busy} disabled={wanted === 0} onClick={() => void commit.run()}>
            {words.importButton(wanted)}
          </Button>
          <Button onClick={onLeave}>{importPageWords.startOver}</Button>
        </div>
      </div>
    </Section>
  )
}
