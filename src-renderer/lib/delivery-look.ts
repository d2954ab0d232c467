import { CircleAlert, CircleCheck, Clock, Download, type LucideIcon } from 'lucide-react'
import type { DeliveryView } from '../../src-shared/contract/inbox'
import { inboxWords } from '../../src-shared/words/en/inbox'
import type { Tone } from './status-look'

export const deliveryLook: Record<DeliveryView['state'], { word: string; icon: LucideIcon; tone: Tone }> = {
  receiving: { word: inboxWords.receiving, icon: Download, tone: 'managed' },
  waiting: { word: inboxWords.delayed, icon: Clock, tone: 'warn' },
  received: { word: inboxWords.received, icon: CircleCheck, tone: 'ok' },
  refused: { word: inboxWords.refused, icon: CircleAlert, tone: 'bad' },
}
