import { IdCard, KeyRound, Monitor, Plug, Server, Waypoints, Webhook } from 'lucide-react'
import type { ComponentType } from 'react'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import { classNames } from '../lib/class-names'
import { GitHubMark } from './provider-marks/github-mark'
import { GoogleMark, LinearMark, MicrosoftMark, OktaMark } from './provider-marks/plain-marks'
import { SlackMark } from './provider-marks/slack-mark'

const marks: Record<CredentialTypeKey, ComponentType<{ className?: string }>> = {
  slackApi: SlackMark,
  githubApi: GitHubMark,
  neurocadUserIdentityApi: IdCard,
  serviceApi: Server,
  neurocadDesktopApi: Monitor,
  webhook_source: Webhook,
  genericOAuth2: Waypoints,
  genericApiKey: KeyRound,
  googleApi: GoogleMark,
  microsoftApi: MicrosoftMark,
  linearApi: LinearMark,
  oktaApi: OktaMark,
}

/** Neurocad's own carry its colour, so that they are seen to belong together. */
const own: ReadonlySet<CredentialTypeKey> = new Set(['neurocadUserIdentityApi', 'serviceApi', 'neurocadDesktopApi'])

interface ProviderMarkProps {
  type: CredentialTypeKey
  size?: 'small' | 'normal'
}

/** A decoration: the name always stands beside it. */
export function ProviderMark({ type, size = 'normal' }: ProviderMarkProps) {
  // An engine that is newer than the page may know a type that this does not.
  const Mark = marks[type] ?? Plug
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex shrink-0 items-center justify-center border',
        own.has(type) ? 'border-transparent bg-accent-soft text-accent-ink' : 'border-line bg-card text-muted',
        size === 'small' ? 'size-6 rounded-control' : 'size-10 rounded-[10px]',
      )}
    >
      <Mark className="size-1/2" />
    </span>
  )
}
