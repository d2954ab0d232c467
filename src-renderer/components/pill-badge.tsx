import type { Pill } from '../../src-shared/domain/pill'
import { pillLook } from '../lib/pill-look'
import { Badge } from './badge'
import { toneIcon } from './tone'

export function PillBadge({ pill, attention }: { pill: Pill; attention: boolean }) {
  const { words, tone } = pillLook(pill, attention)
  return (
    <Badge icon={toneIcon[tone]} tone={tone}>
      {words}
    </Badge>
  )
}
