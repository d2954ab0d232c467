import { LifeBuoy, LoaderCircle } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { DrillReport } from '../../../src-shared/contract/vault'
import { keyHealthWords } from '../../../src-shared/words/en/key-health'
import { Button } from '../../components/button'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { keyProblem } from '../settings/security/key-problem'
import { useCooldown } from '../vault/use-cooldown'
import { DrillResult } from './drill-result'

/** Whether the vault could be restored today: tried on a copy, with nothing but its files and the password. */
export function RestoreDrill({ last }: { last: DrillReport | null }) {
  const runDrill = useConnect((state) => state.runDrill)
  const [password, setPassword] = useState('')
  const drill = useAction(async () => {
    await runDrill(password)
    setPassword('')
  })
  const wait = useCooldown(drill.problem)
  const beside = keyProblem(drill.problem, wait)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && wait === 0) void drill.run()
  }
  return (
    <Section title={keyHealthWords.drill}>
      <div className="overflow-hidden rounded-card border border-line bg-card">
        <div className="flex flex-col gap-3 p-4">
          <p className="max-w-[72ch] text-muted">{keyHealthWords.drillLead}</p>
          <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
            <div className="w-72 max-w-full">
              <PasswordField
                label={keyHealthWords.drillPassword}
                name="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => {
                  setPassword(event.target.value)
                  drill.clear()
                }}
                problem={beside}
              />
            </div>
            <Button type="submit" className="sm:mt-6.5" busy={drill.busy} disabled={password === '' || wait > 0}>
              {!drill.busy && <LifeBuoy aria-hidden />}
              {keyHealthWords.runDrill}
            </Button>
          </form>
          {drill.problem !== undefined && beside === undefined && (
            <ProblemNotice problem={drill.problem} onRetry={() => void drill.run()} />
          )}
        </div>
        <div role="status" className="border-line border-t">
          {drill.busy ? (
            <p className="flex items-center gap-2 px-4 py-3 text-muted">
              <LoaderCircle className="spin size-4 text-accent-ink" aria-hidden />
              {keyHealthWords.drilling}
            </p>
          ) : last === null ? (
            <p className="px-4 py-3 text-muted">{keyHealthWords.neverDrilled}</p>
          ) : (
            <DrillResult report={last} />
          )}
        </div>
      </div>
    </Section>
  )
}
