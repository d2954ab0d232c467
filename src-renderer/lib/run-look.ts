import { Ban, CircleAlert, CircleCheck, CircleDashed, CircleMinus, LoaderCircle, type LucideIcon, Unplug } from 'lucide-react'
import type { RunNodeView, RunSummary } from '../../src-shared/contract/run'
import { runWords } from '../../src-shared/words/en/run'
import type { Tone } from './status-look'

interface Look {
  word: string
  icon: LucideIcon
  tone: Tone
  moves?: boolean
}

export const runLook: Record<RunSummary['status'], Look> = {
  running: { word: runWords.running, icon: LoaderCircle, tone: 'managed', moves: true },
  succeeded: { word: runWords.succeeded, icon: CircleCheck, tone: 'ok' },
  failed: { word: runWords.failed, icon: CircleAlert, tone: 'bad' },
  cancelled: { word: runWords.cancelled, icon: Ban, tone: 'gone' },
  interrupted: { word: runWords.interrupted, icon: Unplug, tone: 'warn' },
}

export const runNodeLook: Record<RunNodeView['status'], Look> = {
  waiting: { word: runWords.nodeWaiting, icon: CircleDashed, tone: 'gone' },
  running: { word: runWords.running, icon: LoaderCircle, tone: 'managed', moves: true },
  succeeded: { word: runWords.nodeSucceeded, icon: CircleCheck, tone: 'ok' },
  failed: { word: runWords.failed, icon: CircleAlert, tone: 'bad' },
  skipped: { word: runWords.nodeSkipped, icon: CircleMinus, tone: 'gone' },
}
