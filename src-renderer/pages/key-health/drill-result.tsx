import type { ReactNode } from 'react'
import type { DrillReport } from '../../../src-shared/contract/vault'
import { commonWords } from '../../../src-shared/words/en/common'
import { keyHealthWords } from '../../../src-shared/words/en/key-health'
import { RelativeTime } from '../../components/relative-time'
import { toneIcon, toneSoft } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { sizeInWords } from '../../lib/size'

/** What came of the last drill. */
export function DrillResult({ report }: { report: DrillReport }) {
  const tone = report.result === 'success' ? 'ok' : 'bad'
  const Icon = toneIcon[tone]
  return (
    <>
      <p className={classNames('flex items-center gap-2 px-4 py-2 font-medium', toneSoft[tone])}>
        <Icon className="size-4 shrink-0" aria-hidden />
        {report.result === 'success' ? keyHealthWords.drillWorked : keyHealthWords.drillFailed}
        <span className="ml-auto shrink-0 font-normal text-small">
          <RelativeTime at={report.at} />
        </span>
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2.5 px-4 py-3 sm:grid-cols-5">
        <Figure name={keyHealthWords.read}>{keyHealthWords.filesAndBytes(report.files, sizeInWords(report.bytes))}</Figure>
        <Figure name={keyHealthWords.eventsRead}>{commonWords.number(report.events)}</Figure>
        <Figure name={keyHealthWords.connectionsRead}>{commonWords.number(report.connections)}</Figure>
        <Figure name={keyHealthWords.secretsOpened}>{keyHealthWords.ofSecrets(report.secretsOpened, report.secrets)}</Figure>
        <Figure name={keyHealthWords.took}>{keyHealthWords.seconds((report.milliseconds / 1000).toFixed(1))}</Figure>
      </dl>
      {report.problems.length > 0 && (
        <ul className="list-disc px-4 pb-3 pl-8 text-bad-ink">
          {report.problems.map((problem) => (
            <li key={problem} className="break-words">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-small">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
