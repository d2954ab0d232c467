import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon } from 'lucide-react'
import type { CallbackDiagnosis } from '../../../src-shared/contract/host'
import { callbackWords } from '../../../src-shared/words/en/callbacks'
import { toneInk } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import type { Tone } from '../../lib/status-look'

type Finding = CallbackDiagnosis['loopback']

const looks: Record<Finding['result'], { icon: LucideIcon; tone: Tone; word: string }> = {
  works: { icon: CircleCheck, tone: 'ok', word: callbackWords.works },
  fails: { icon: CircleAlert, tone: 'bad', word: callbackWords.fails },
  not_here: { icon: CircleMinus, tone: 'gone', word: callbackWords.notHere },
}

export function FindingRow({ name, finding }: { name: string; finding: Finding }) {
  const { icon: Icon, tone, word } = looks[finding.result]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <span className="flex w-48 max-w-full shrink-0 items-center gap-2.5">
        <Icon className={classNames('mx-1 size-4 shrink-0', toneInk[tone])} aria-hidden />
        <span className="font-medium">{name}</span>
        <span className={classNames('text-small', toneInk[tone])}>{word}</span>
      </span>
      <span className="min-w-0 flex-[1_1_12rem] break-words">{finding.detail}</span>
    </li>
  )
}
