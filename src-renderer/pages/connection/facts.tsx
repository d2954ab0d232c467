import type { ReactNode } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { CopyButton } from '../../components/copy-button'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'

export function Facts({ connection, typeName }: { connection: ConnectionView; typeName: string }) {
  const { account, details, owner } = connection
  return (
    <Section title="Details">
      <dl className="grid rounded-card border border-line bg-card px-4 sm:grid-cols-2 sm:gap-x-10">
        <Fact name="Account">{account.label}</Fact>
        <Fact name="Type">{typeName}</Fact>
        <Fact name="Account id">
          <Id what="account id" text={account.id} />
        </Fact>
        <Fact name="Credential id">
          <Id what="credential id" text={connection.id} />
        </Fact>
        {details.appId !== undefined && (
          <Fact name="App id">
            <Id what="app id" text={details.appId} />
          </Fact>
        )}
        {details.botUserId !== undefined && (
          <Fact name="Bot user">
            <Id what="bot user id" text={details.botUserId} />
          </Fact>
        )}
        <Fact name="Visible to">{connection.visibility === 'org' ? 'Your organisation' : 'Only you'}</Fact>
        <Fact name="Added">
          <RelativeTime at={connection.addedAt} /> by {owner.label}
        </Fact>
        <Fact name="Last test">
          <Moment at={connection.lastTestAt} never="Not tested yet" />
          {connection.lastTestResult !== null && (connection.lastTestResult === 'success' ? ', passed' : ', failed')}
          {connection.lastTestError !== null && <span className="block text-bad-ink text-small">{connection.lastTestError}</span>}
        </Fact>
        <Fact name="Last used">
          <Moment at={connection.lastUsedAt} never="Not used yet" />
        </Fact>
        <Fact name="Expires">
          <Moment at={connection.expiresAt} never="Does not expire" />
        </Fact>
        <Fact name="Last refresh">
          <Moment at={connection.lastRefreshAt} never={connection.expiresAt === null ? 'Needs none' : 'Not refreshed yet'} />
        </Fact>
      </dl>
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-10 items-center gap-3 border-line border-b py-1.5 last:border-b-0 sm:nth-last-2:border-b-0">
      <dt className="w-26 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  )
}

function Id({ what, text }: { what: string; text: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="truncate font-mono text-small" title={text}>
        {text}
      </span>
      <CopyButton what={what} text={text} />
    </span>
  )
}

function Moment({ at, never }: { at: string | null; never: string }) {
  return at === null ? <span className="text-muted">{never}</span> : <RelativeTime at={at} />
}
