import type { FormEvent } from 'react'
import { commonWords } from '../../../../src-shared/words/en/common'
import { transferWords as words } from '../../../../src-shared/words/en/transfer'
import { Button } from '../../../components/button'
import { Dialog, DialogActions } from '../../../components/dialog'
import { Field } from '../../../components/field'
import { NoticeBox } from '../../../components/notice-box'
import { PasswordField } from '../../../components/password-field'
import { ProblemNotice } from '../../../components/problem-notice'
import { Segments } from '../../../components/segments'
import { NewPasswordFields } from '../../vault/new-password-fields'
import { useExport } from './use-export'

/** Asks for the vault's password, and what the file is to open with; for a plain one it asks a second time. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const flow = useExport()
  const { form, chosen, action, written } = flow
  if (written !== undefined) {
    return (
      <Dialog title={words.exported} description={words.wrote(written.path)} onClose={onClose}>
        <div className="flex flex-col gap-2 px-5 pt-3" role="status">
          <p>{words.exportedWhat(written.connections, written.apps)}</p>
          {written.unreadable > 0 && <p className="text-warn-ink">{words.unreadable(written.unreadable)}</p>}
        </div>
        <DialogActions>
          <Button look="primary" onClick={onClose}>
            {commonWords.close}
          </Button>
        </DialogActions>
      </Dialog>
    )
  }
  if (flow.asksAgain) {
    return (
      <Dialog alert title={words.plainTitle} description={words.plainAsk} onClose={onClose}>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button look="danger" busy={action.busy} onClick={() => void action.run(undefined)}>
            {words.plainButton}
          </Button>
        </DialogActions>
      </Dialog>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    flow.submit()
  }
  return (
    <Dialog title={words.exportTitle} description={words.exportLead} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="flex flex-col gap-4 px-5 pt-4">
          <Segments
            aria-label={words.export}
            value={form}
            onValueChange={(value) => flow.choose(value === 'plain' ? 'plain' : 'sealed')}
            options={[
              { value: 'sealed', label: words.sealed },
              { value: 'plain', label: words.plain },
            ]}
          />
          {form === 'sealed' ? (
            <p className="text-muted">{words.sealedLead}</p>
          ) : (
            <NoticeBox tone="warn">{words.plainLead}</NoticeBox>
          )}
          <PasswordField
            label={words.vaultPassword}
            name="current-password"
            autoComplete="current-password"
            value={flow.password}
            onChange={({ target }) => flow.typePassword(target.value)}
            problem={flow.passwordProblem}
          />
          {form === 'sealed' && (
            <NewPasswordFields
              chosen={chosen}
              label={words.filePassword}
              againLabel={words.filePasswordAgain}
              refused={flow.fields.exportPassword}
            />
          )}
          <Field
            label={words.folder}
            hint={words.folderHint}
            optional
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            value={flow.folder}
            onChange={({ target }) => flow.typeFolder(target.value)}
            problem={flow.fields.folder}
          />
          {flow.otherProblem !== undefined && <ProblemNotice problem={flow.otherProblem} onRetry={flow.submit} />}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button type="submit" look="primary" busy={action.busy} disabled={flow.password === '' || flow.wait > 0}>
            {words.exportButton}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
