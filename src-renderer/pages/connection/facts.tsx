import { ExternalLink, Lock } from 'lucide-react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { factWords } from '../../../src-shared/words/en/facts'
import { Button } from '../../components/button'
import { CopyableText, Fact, Facts as FactList, Moment } from '../../components/fact'
import { RelativeTime } from '../../components/relative-time'
import { RichText } from '../../components/rich-text'
import { Section } from '../../components/section'
import { mayOpen } from '../../lib/address'
import { detailsInWords } from '../../lib/details-in-words'
import { useNow } from '../../lib/use-now'
import { useConnect } from '../../stores/use-connect'
import { accountNames } from './account-names'
import type { ConnectionActions } from './use-connection-actions'

interface FactsProps {
  connection: ConnectionView
  typeName: string
  actions: ConnectionActions
}

export function Facts({ connection, typeName, actions }: FactsProps) {
  const openPage = useConnect((state) => state.host.openPage)
  const { account, details, owner } = connection
  const added = <RelativeTime at={connection.addedAt} />
  const words = accountNames(connection.type)
  const { changeFields } = actions
  // Where that is the one thing that helps, it stands at the top of the page already; and what is gone has no page.
  const gone = connection.status === 'uninstalled' || connection.status === 'revoked'
  const configureUrl = actions.open || gone ? undefined : details.configureUrl
  return (
    <Section
      title={factWords.title}
      action={
        <div className="flex gap-2">
          {changeFields && (
            <Button busy={changeFields.busy} onClick={changeFields.run}>
              {changeFields.label}
            </Button>
          )}
          {configureUrl !== undefined && mayOpen(configureUrl) && (
            <Button onClick={() => openPage(configureUrl)}>
              {factWords.configure}
              <ExternalLink aria-hidden />
            </Button>
          )}
        </div>
      }
    >
      <FactList>
        <Fact name={words.account}>{account.label}</Fact>
        <Fact name={factWords.type}>{typeName}</Fact>
        {words.id !== undefined && account.id !== account.label && (
          <Fact name={words.id}>
            <CopyableText what={words.id.toLowerCase()} text={account.id} />
          </Fact>
        )}
        <Fact name={factWords.credentialId}>
          <CopyableText what={factWords.credentialId.toLowerCase()} text={connection.id} />
        </Fact>
        {detailsInWords(connection).map(({ name, text, copy }) => (
          <Fact key={name} name={name}>
            {copy ? <CopyableText what={name.toLowerCase()} text={text} /> : <span className="break-words">{text}</span>}
          </Fact>
        ))}
        <Fact name={factWords.visibleTo}>
          {connection.visibility === 'org' ? (
            factWords.yourOrganisation
          ) : (
            <span className="flex items-center gap-1.5">
              <Lock className="size-3.5 text-muted" aria-hidden />
              {factWords.onlyYou}
            </span>
          )}
        </Fact>
        <Fact name={connection.managed ? factWords.provided : factWords.added}>
          {connection.managed ? added : <RichText of={factWords.addedBy(added, owner.label)} />}
        </Fact>
        <Times connection={connection} />
      </FactList>
    </Section>
  )
}

function Times({ connection }: { connection: ConnectionView }) {
  const { expiresAt, lastTestResult, lastTestError, refreshFailureCount } = connection
  const now = useNow(30_000)
  const tested = <Moment at={connection.lastTestAt} never={factWords.notTested} />
  const isPast = expiresAt !== null && Date.parse(expiresAt) <= now
  return (
    <>
      <Fact name={factWords.lastUsed}>
        <Moment at={connection.lastUsedAt} never={factWords.notUsed} />
      </Fact>
      {!connection.managed && (
        <Fact name={factWords.lastTest}>
          {lastTestResult === null ? tested : <RichText of={factWords.tested(tested, lastTestResult === 'success')} />}
          {lastTestError !== null && <span className="block break-words text-bad-ink text-small">{lastTestError}</span>}
        </Fact>
      )}
      <Fact name={isPast ? factWords.expired : factWords.expires}>
        <Moment at={expiresAt} never={factWords.neverExpires} />
      </Fact>
      <Fact name={factWords.lastRefresh}>
        <Moment at={connection.lastRefreshAt} never={expiresAt === null ? factWords.needsNoRefresh : factWords.notRefreshed} />
        {refreshFailureCount > 0 && (
          <span className="block text-small text-warn-ink">
            {connection.lastRefreshAt === null
              ? factWords.failed(refreshFailureCount)
              : factWords.failedSince(refreshFailureCount)}
          </span>
        )}
      </Fact>
    </>
  )
}
