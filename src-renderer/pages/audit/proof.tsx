import { Download, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AuditFilter } from '../../../src-shared/contract/audit'
import { auditWords as words } from '../../../src-shared/words/en/audit'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { ChainReportBox } from './chain-report'
import { useExport } from './use-export'
import { useVerify } from './use-verify'

interface ProofProps {
  filter: AuditFilter
  isFiltered: boolean
}

/** Whether all of it is there, and taking it along. */
export function Proof({ filter, isFiltered }: ProofProps) {
  const verify = useVerify()
  const exporting = useExport(filter)
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={verify.busy} onClick={() => void verify.run()}>
          {!verify.busy && <ShieldCheck aria-hidden />}
          {words.verify}
        </Button>
        <fieldset
          aria-label={isFiltered ? words.exportFiltered : words.exportAll}
          className="ml-auto flex flex-wrap items-center gap-2 max-sm:ml-0"
        >
          <span className="text-muted max-sm:sr-only">{isFiltered ? words.exportFiltered : words.exportAll}</span>
          {(['jsonl', 'csv'] as const).map((format) => (
            <Button key={format} disabled={exporting.busy} onClick={() => void exporting.run(format)}>
              <Download aria-hidden />
              {format === 'jsonl' ? words.jsonLines : words.csv}
            </Button>
          ))}
        </fieldset>
      </div>
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {verify.progress && <Line>{words.verifying(verify.progress.done, verify.progress.total)}</Line>}
        {verify.report && <ChainReportBox report={verify.report} />}
        {exporting.busy && (
          <Line>
            {words.exporting(exporting.progress?.done ?? 0, exporting.progress?.total ?? 0)}
            <Button look="quiet" onClick={exporting.cancel}>
              {words.cancel}
            </Button>
          </Line>
        )}
        {exporting.outcome !== undefined && <Line>{exporting.outcome}</Line>}
      </div>
      {verify.problem !== undefined && <ProblemNotice problem={verify.problem} onRetry={() => void verify.run()} />}
      {exporting.problem !== undefined && <ProblemNotice problem={exporting.problem} />}
    </div>
  )
}

const Line = ({ children }: { children: ReactNode }) => <p className="flex items-center gap-2 text-muted">{children}</p>
