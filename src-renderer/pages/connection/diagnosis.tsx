import { LoaderCircle, Stethoscope } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Outputs } from '../../../src-shared/contract'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { diagnosisWords } from '../../../src-shared/words/en/diagnosis'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { ProblemNotice } from '../../components/problem-notice'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useConnect } from '../../stores/use-connect'
import { aboutOf, summaryOf } from './diagnosis-names'
import { DiagnosisRow } from './diagnosis-row'
import type { ConnectionActions } from './use-connection-actions'

interface DiagnosisProps {
  connection: ConnectionView
  providerName: string
  actions: ConnectionActions
}

/** The checklist for when a recipe fails: each line with its result, and one button where there is something to do. */
export function Diagnosis({ connection, providerName, actions }: DiagnosisProps) {
  const diagnose = useConnect((state) => state.diagnose)
  const [named, setNamed] = useState('')
  const [found, setFound] = useState<Outputs['connection']['diagnose']>()
  const about = aboutOf(connection.type)
  const walk = useAction(async () => {
    const value = named.trim()
    setFound(await diagnose({ id: connection.id, ...(about && value !== '' && { [about.input]: value }) }))
  })
  useShortcuts({ d: () => void walk.run() })
  const refused = about && fieldProblems(walk.problem)[about.input]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void walk.run()
  }
  return (
    <Section title={diagnosisWords.title}>
      <div className="overflow-hidden rounded-card border border-line bg-card">
        <form onSubmit={submit} className="flex flex-wrap items-end gap-3 p-4">
          <p className="min-w-56 flex-1 self-center text-muted">{diagnosisWords.lead(providerName)}</p>
          {about && (
            <div className="w-56 max-w-full">
              <Field
                label={about.label}
                name={about.input}
                optional
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
                placeholder={about.placeholder}
                value={named}
                onChange={(event) => setNamed(event.target.value)}
                problem={refused}
              />
            </div>
          )}
          <Button type="submit" busy={walk.busy} aria-keyshortcuts="d">
            {!walk.busy && <Stethoscope aria-hidden />}
            {found === undefined ? diagnosisWords.diagnose : diagnosisWords.again}
          </Button>
        </form>
        <div role="status" className="contents">
          {walk.busy && (
            <p className="flex items-center gap-2 border-line border-t px-4 py-3 text-muted">
              <LoaderCircle className="spin size-4 text-accent-ink" aria-hidden />
              {diagnosisWords.asking(providerName)}
            </p>
          )}
          {!walk.busy && found !== undefined && (
            <p className="border-line border-t bg-sunken px-4 py-2 font-medium">
              {summaryOf(found.lines)}
              <span className="font-normal text-muted">
                {' · '}
                <RelativeTime at={found.at} />
              </span>
            </p>
          )}
        </div>
        {!walk.busy && found !== undefined && (
          <ul>
            {found.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a checklist is replaced whole; two of its lines may check the same.
              <DiagnosisRow key={index} line={line} type={connection.type} actions={actions} />
            ))}
          </ul>
        )}
      </div>
      {walk.problem !== undefined && refused === undefined && (
        <div className="mt-2">
          <ProblemNotice problem={walk.problem} onRetry={() => void walk.run()} />
        </div>
      )}
    </Section>
  )
}
