import { ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { factWords } from '../../../src-shared/words/en/facts'
import { CopyableText, Fact, Facts, Moment } from '../../components/fact'
import { StatusBadge } from '../../components/status-badge'
import { detailsInWords } from '../../lib/details-in-words'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'

/** What a managed connection consists of, with the way to its history. */
export function ProvisionedConnection({ id }: { id: string }) {
  const connection = useConnect((state) => state.connections[id])
  if (connection === undefined) return null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge status={connection.status} />
        <span className="min-w-40 flex-1 text-muted">{connection.statusMessage}</span>
        <Link
          href={paths.connection(connection.id)}
          className="inline-flex shrink-0 items-center gap-0.5 rounded-[3px] font-medium text-accent-ink hover:underline"
        >
          {factWords.detailsAndHistory}
          <ChevronRight className="size-3.5" aria-hidden />
        </Link>
      </div>
      <Facts>
        <Fact name={factWords.name}>{connection.name}</Fact>
        <Fact name={factWords.provided}>
          <Moment at={connection.addedAt} never="" />
        </Fact>
        {detailsInWords(connection).map(({ name, text, copy }) => (
          <Fact key={name} name={name} wide>
            {copy ? <CopyableText what={name.toLowerCase()} text={text} /> : text}
          </Fact>
        ))}
      </Facts>
    </div>
  )
}
