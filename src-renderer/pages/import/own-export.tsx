import { type FormEvent, useEffect, useState } from 'react'
import type { Outputs } from '../../../src-shared/contract'
import type { ImportId } from '../../../src-shared/domain/identifiers'
import { importPageWords } from '../../../src-shared/words/en/import-page'
import { transferWords as words } from '../../../src-shared/words/en/transfer'
import { Button } from '../../components/button'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { OwnExportPreview } from './own-export-preview'

interface OwnExportProps {
  importId: ImportId
  onLeave(): void
}

/** An export of this program: opened with its own password where it has one, looked into, and taken in as a whole. */
export function OwnExport({ importId, onLeave }: OwnExportProps) {
  const client = useConnect((state) => state.client)
  const [password, setPassword] = useState('')
  const [preview, setPreview] = useState<Outputs['transfer']['preview']>()
  const look = useAction(async (typed: string | undefined) => {
    setPreview(await client.transfer.preview({ importId, exportPassword: typed }))
  })
  // A plain one opens at once; a sealed one answers that it needs its password.
  const { run } = look
  useEffect(() => void run(undefined), [run])
  if (preview !== undefined)
    return <OwnExportPreview importId={importId} password={password} preview={preview} onLeave={onLeave} />
  const atField = fieldProblems(look.problem).exportPassword
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void look.run(password)
  }
  return (
    <Section title={words.importTitle}>
      <form onSubmit={submit} className="flex max-w-[420px] flex-col gap-3">
        <p className="text-muted">{words.importLead}</p>
        <PasswordField
          label={words.filePassword}
          autoFocus
          autoComplete="off"
          value={password}
          problem={password === '' ? undefined : atField}
          onChange={({ target }) => setPassword(target.value)}
        />
        {look.problem !== undefined && atField === undefined && (
          <ProblemNotice problem={look.problem} onRetry={() => void look.run(password)} />
        )}
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={look.busy} disabled={password === ''}>
            {words.look}
          </Button>
          <Button onClick={onLeave}>{importPageWords.startOver}</Button>
        </div>
      </form>
    </Section>
  )
}
