import { ArrowRight, Printer } from 'lucide-react'
import { recoveryWords } from '../../../src-shared/words/en/recovery'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { NoticeBox } from '../../components/notice-box'
import { RecoverySheet } from './recovery-sheet'
import { StepHeading } from './step-heading'

/** The code, this once. It is never offered as a file: a secret does not leave the vault unless it is on paper. */
export function CodeStep({ code, onNext }: { code: string; onNext(): void }) {
  return (
    <div className="flex flex-col gap-4">
      <StepHeading focus title={recoveryWords.codeTitle} lead={recoveryWords.codeLead} />
      <CodeGroups code={code} />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => window.print()}>
          <Printer aria-hidden />
          {recoveryWords.print}
        </Button>
        <CopyButton wide what={recoveryWords.code.toLowerCase()} text={code} />
      </div>
      <p className="text-muted text-small">{recoveryWords.copyWarning}</p>
      <NoticeBox tone="warn">{recoveryWords.leaveWarning}</NoticeBox>
      <Button look="primary" className="self-start" onClick={onNext}>
        {recoveryWords.typeBackNext}
        <ArrowRight aria-hidden />
      </Button>
      <RecoverySheet code={code} />
    </div>
  )
}

/** Group by group, as it is copied by hand. Selected as a whole, it is the code as it is typed. */
function CodeGroups({ code }: { code: string }) {
  const groups = code.split('-')
  return (
    <p
      role="img"
      aria-label={`${recoveryWords.code}: ${groups.map((group) => [...group].join(' ')).join(', ')}`}
      data-recovery-code={code}
      className="grid max-w-[400px] select-all grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-y-2 rounded-card border border-line bg-sunken px-3 py-4 sm:px-5 font-mono text-title tracking-wider"
    >
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves.
        <span key={index} className="whitespace-nowrap">
          {group}
          {index < groups.length - 1 && <span className="pl-2 text-muted">-</span>}
        </span>
      ))}
    </p>
  )
}
