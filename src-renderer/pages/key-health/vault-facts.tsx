import { Link } from 'wouter'
import type { VaultHealth } from '../../../src-shared/contract/vault'
import { auditWords } from '../../../src-shared/words/en/audit'
import { commonWords } from '../../../src-shared/words/en/common'
import { damageWords } from '../../../src-shared/words/en/damage'
import { keyHealthWords } from '../../../src-shared/words/en/key-health'
import { Fact, Facts, Moment } from '../../components/fact'
import { linkLook } from '../../components/link-look'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { keychainName } from '../../lib/keychain-name'
import { paths } from '../../lib/paths'
import { sizeInWords } from '../../lib/size'

export function VaultFacts({ health }: { health: VaultHealth }) {
  const { formats, keychain, anchor } = health
  return (
    <Section title={keyHealthWords.kept} note={health.demo ? keyHealthWords.demo : undefined}>
      <Facts>
        <Fact name={keyHealthWords.connections}>{commonWords.number(health.connections)}</Fact>
        <Fact name={keyHealthWords.events}>
          {commonWords.number(health.events)}{' '}
          <Link href={paths.audit()} className={linkLook}>
            {auditWords.open}
          </Link>
        </Fact>
        <Fact name={keyHealthWords.journal}>{sizeInWords(health.journalBytes)}</Fact>
        <Fact name={keyHealthWords.lastCompaction}>
          <Moment at={health.lastCompactionAt} never={keyHealthWords.notCompacted} />
        </Fact>
        <Fact name={keyHealthWords.created}>
          <RelativeTime at={health.createdAt} />
        </Fact>
        <Fact name={keyHealthWords.kekVersion}>
          {commonWords.number(health.kekVersion)}
          {health.rewrapping && <span className="block text-muted text-small">{keyHealthWords.rewrapping}</span>}
        </Fact>
        <Fact name={keyHealthWords.keychain}>
          {keychain.backend === null ? (
            <span className="text-muted">{keychain.reason ?? keyHealthWords.keychainNone}</span>
          ) : (
            <>
              {keychainName(keychain.backend)} <code className="font-mono text-muted text-small">{keychain.backend}</code>
              {keychain.state !== 'available' && keychain.reason !== null && (
                <span className="block text-small text-warn-ink">{keychain.reason}</span>
              )}
            </>
          )}
        </Fact>
        <Fact name={damageWords.anchor}>
          <span className={anchor.state === 'none' ? 'text-muted' : undefined}>{damageWords.anchorState[anchor.state]}</span>
          {anchor.at !== null && (
            <>
              {' '}
              <RelativeTime at={anchor.at} />
            </>
          )}
          {anchor.reason !== null && (
            <span className={`block text-small ${anchor.state === 'none' ? 'text-muted' : 'text-warn-ink'}`}>
              {anchor.reason}
            </span>
          )}
        </Fact>
        <Fact name={keyHealthWords.formats}>{keyHealthWords.formatsOf(formats.header, formats.journal, formats.snapshot)}</Fact>
      </Facts>
    </Section>
  )
}
