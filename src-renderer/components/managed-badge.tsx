import { commonWords } from '../../src-shared/words/en/common'
import { Badge } from './badge'
import { toneIcon } from './tone'

export function ManagedBadge() {
  return (
    <Badge icon={toneIcon.managed} tone="managed">
      {commonWords.managed}
    </Badge>
  )
}
