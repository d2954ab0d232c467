import { Plug } from 'lucide-react'
import type { ComponentType } from 'react'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import { classNames } from '../lib/class-names'
import { SlackMark } from './slack-mark'

const marks: Partial<Record<CredentialTypeKey, ComponentType>> = { slackApi: SlackMark }

interface ProviderMarkProps {
  type: CredentialTypeKey
  size?: 'small' | 'normal'
}

/** A decoration: the name always stands beside it. */
export function ProviderMark({ type, size = 'normal' }: ProviderMarkProps) {
  const Mark = marks[type]
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center justify-center border border-line bg-card text-muted',
        size === 'small' ? 'size-6 rounded-control' : 'size-10 rounded-[10px]',
      )}
    >
      {Mark === undefined ? <Plug className="size-1/2" aria-hidden /> : <Mark />}
    </span>
  )
}
