import { ShieldCheck } from 'lucide-react'
import type { ChainReport } from '../../../src-shared/contract/audit'
import { auditWords as words } from '../../../src-shared/words/en/audit'
import { CopyButton } from '../../components/copy-button'
import { NoticeBox } from '../../components/notice-box'

/** More would be the same sentence again and again. */
const mostNamed = 5

/** What a walk over the chain came to, in words. */
export function ChainReportBox({ report }: { report: ChainReport }) {
  if (report.result === 'whole') {
    return (
      <NoticeBox tone="ok" icon={ShieldCheck} title={words.whole(report.checked)}>
        <p>{words.wholeLead}</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2">
          {words.fingerprint}
          <code className="break-all font-mono text-small">{report.chain}</code>
          <CopyButton what={words.fingerprint} text={report.chain} />
        </p>
      </NoticeBox>
    )
  }
  const missing = report.gaps.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const sentences = [
    ...report.gaps.map(({ first, last }) => words.gap(first, last)),
    ...report.damaged.map(({ file, offset }) => words.damagedPlace(file, offset)),
    ...report.broken.map(words.broken),
  ]
  return (
    <NoticeBox tone="bad" title={words.damaged}>
      {missing > 0 && <p>{words.missing(missing)}</p>}
      <ul className="mt-1.5">
        {sentences.slice(0, mostNamed).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {sentences.length > mostNamed && <li>{words.more(sentences.length - mostNamed)}</li>}
      </ul>
    </NoticeBox>
  )
}
