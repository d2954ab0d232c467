import { ExternalLink, Lock } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { Button } from '../../components/button'
import { CopyableText, Fact, Facts as FactList, Moment } from '../../components/fact'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { mayOpen } from '../../lib/address'
import { detailsInWords } from '../../lib/details-in-words'
import { useNow } from '../../lib/use-now'
import { useConnect } from '../../stores/use-connect'
import { accountWords } from './account-words'
import type { ConnectionActions } from './use-connection-actions'

interface FactsProps {
  connection: ConnectionView
  typeName: string
  actions: ConnectionActions
}

export function Facts({ connection, typeName, actions }: FactsProps) {
  const openPage = useConnect((state) => state.host.openPage)
  const { account, details, owner } = connection
  const words = accountWords(connection.type)
  const { changeFields } = actions
  // Where that is the one thing that helps, it stands at the top of the page already; and what is gone has no page.
  const gone = connection.status === 'uninstalled' || connection.status === 'revoked'
  const configureUrl = actions.open || gone ? undefined : details.configureUrl
  return (
    <Section
      title="Details"
      action={
        <div className="flex gap-2">
          {changeFields && (
            <Button busy={changeFields.busy} onClick={changeFields.run}>
              {changeFields.label}
            </Button>
          )}
          {configureUrl !== undefined && mayOpen(configureUrl) && (
            <Button onClick={() => openPage(configureUrl)}>
              Configure the installation
              <ExternalLink aria-hidden />
            </Button>
          )}
        </div>
      }
    >
      <FactList>
        <Fact name={words.account}>{account.label}</Fact>
        <Fact name="Type">{typeName}</Fact>
        {words.id !== undefined && account.id !== account.label && (
          <Fact name={words.id}>
            <CopyableText what={words.id.toLowerCase()} text={account.id} />
          </Fact>
        )}
        <Fact name="Credential id">
          <CopyableText what="credential id" text={connection.id} />
        </Fact>
        {detailsInWords(connection).map(({ name, text, copy }) => (
          <Fact key={name} name={name}>
            {copy ? <CopyableText what={name.toLowerCase()} text={text} /> : <span className="break-words">{text}</span>}
          </Fact>
        ))}
        <Fact name="Visible to">
          {connection.visibility === 'org' ? (
            'Your organisation'
          ) : (
            <span className="flex items-center gap-1.5">
              <Lock className="size-3.5 text-muted" aria-hidden />
              Only you
            </span>
          )}
        </Fact>
        <Fact name={connection.managed ? 'Provided' : 'Added'}>
          <RelativeTime at={connection.addedAt} />
          {!connection.managed && ` by ${owner.label}`}
        </Fact>
        <Times connection={connection} />
      </FactList>
    </Section>
  )
}

function Times({ connection }: { connection: ConnectionView }) {
  const { expiresAt, lastTestResult, lastTestError, refreshFailureCount } = connection
  const now = useNow(30_000)
  const isPast = expiresAt !== null && Date.parse(expiresAt) <= now
  return (
    <>
      <Fact name="Last used">
        <Moment at={connection.lastUsedAt} never="Not used yet" />
      </Fact>
      {!connection.managed && (
        <Fact name="Last test">
          <Moment at={connection.lastTestAt} never="Not tested yet" />
          {lastTestResult !== null && (lastTestResult === 'success' ? ', passed' : ', failed')}
          {lastTestError !== null && <span className="block break-words text-bad-ink text-small">{lastTestError}</span>}
        </Fact>
      )}
      <Fact name={isPast ? 'Expired' : 'Expires'}>
        <Moment at={expiresAt} never="Does not expire" />
      </Fact>
      <Fact name="Last refresh">
        <Moment at={connection.lastRefreshAt} never={expiresAt === null ? 'Needs none' : 'Not refreshed yet'} />
        {refreshFailureCount > 0 && (
          <span className="block text-small text-warn-ink">
            {refreshFailureCount.toLocaleString('en')} failed{connection.lastRefreshAt !== null && ' since'}
          </span>
        )}
      </Fact>
    </>
  )
}
