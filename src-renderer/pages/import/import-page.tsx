import { useState } from 'react'
import { Link } from 'wouter'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Button } from '../../components/button'
import { linkLook } from '../../components/link-look'
import { NoticeBox } from '../../components/notice-box'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { paths } from '../../lib/paths'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { OwnerNotice } from '../settings/owner-notice'
import { ChooseFile } from './choose-file'
import { OwnExport } from './own-export'
import { PasswordStep } from './password-step'
import { Preview } from './preview'
import { type ImportFlow, useImportFlow } from './use-import-flow'

/** A file of another program: chosen, opened, looked through, and imported as a whole. */
export default function ImportPage() {
  useTitle(words.title)
  const ownsVault = useConnect((state) => state.ownsVault)
  return (
    <Page>
      <header className="flex flex-col gap-1">
        <BackLink to={paths.directory}>{words.back}</BackLink>
        <h1 className="font-semibold text-title tracking-tight">{words.title}</h1>
        <p className="text-muted">{words.lead}</p>
      </header>
      <OwnerNotice />
      {ownsVault && <Flow />}
    </Page>
  )
}

function Flow() {
  const flow = useImportFlow()
  const { view } = flow
  if (view === undefined) return <ChooseFile flow={flow} />
  if (view.format === 'neurocad') return <OwnExport key={view.id} importId={view.id} onLeave={flow.leave} />
  if (view.state === 'committed') return <Done flow={flow} added={view.added} />
  return (
    <>
      {view.state === 'password' ? (
        <PasswordStep key={view.id} flow={flow} view={view} />
      ) : (
        <Preview key={view.id} flow={flow} view={view} />
      )}
    </>
  )
}

function Done({ flow, added }: { flow: ImportFlow; added: number }) {
  const notify = useConnect((state) => state.notify)
  const [asked, setAsked] = useState(false)
  const undo = useAction(async () => {
    setAsked(true)
    notify(words.undone(await flow.undo()))
  })
  return (
    <div className="flex flex-col gap-3" role="status">
      <NoticeBox
        tone="ok"
        title={words.done(added)}
        action={
          <Button busy={undo.busy || (asked && undo.problem === undefined)} onClick={() => void undo.run()}>
            {words.undo(added)}
          </Button>
        }
      >
        {words.doneWhy}
      </NoticeBox>
      {undo.problem !== undefined && <ProblemNotice problem={undo.problem} onRetry={() => void undo.run()} />}
      <div className="flex flex-wrap items-center gap-4">
        <Link href={paths.connections()} className={linkLook}>
          {words.see}
        </Link>
        <Button onClick={flow.leave}>{words.another}</Button>
      </div>
    </div>
  )
}
