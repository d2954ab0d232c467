import { CircleAlert, CircleCheck, CircleQuestionMark, type LucideIcon } from 'lucide-react'
import type { DiagnosisLine } from '../../../src-shared/contract/connection'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { diagnosisWords } from '../../../src-shared/words/en/diagnosis'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import type { Tone } from '../../lib/status-look'
import { DiagnosisAction } from './diagnosis-action'
import { checkWord } from './diagnosis-names'
import type { ConnectionActions } from './use-connection-actions'

const looks: Record<DiagnosisLine['result'], { icon: LucideIcon; tone: Tone; word: string }> = {
  ok: { icon: CircleCheck, tone: 'ok', word: diagnosisWords.inOrder },
  problem: { icon: CircleAlert, tone: 'bad', word: diagnosisWords.problem },
  unknown: { icon: CircleQuestionMark, tone: 'gone', word: diagnosisWords.notChecked },
}

interface DiagnosisRowProps {
  line: DiagnosisLine
  type: CredentialTypeKey
  actions: ConnectionActions
}

export function DiagnosisRow({ line, type, actions }: DiagnosisRowProps) {
  const { icon: Icon, tone, word } = looks[line.result]
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-4 py-2">
      <span className="flex w-44 shrink-0 items-center gap-2.5">
        <Icon className={classNames('size-4 shrink-0', toneInk[tone])} aria-hidden />
        <span className="font-medium">{checkWord[line.check]}</span>
        <span className={classNames('text-small', toneInk[tone])}>{word}</span>
      </span>
      <span className="min-w-48 flex-1 break-words">{line.message}</span>
      {line.action !== undefined && <DiagnosisAction action={line.action} type={type} actions={actions} />}
    </li>
  )
}
