import { BadgeCheck, Download, ShieldAlert } from 'lucide-react'
import { Link } from 'wouter'
import type { GrantView } from '../../../src-shared/contract/grant'
import { grantWords } from '../../../src-shared/words/en/grant'
import { Badge } from '../../components/badge'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { RelativeTime } from '../../components/relative-time'
import { toneIcon } from '../../components/tone'
import { classNames } from '../../lib/class-names'
import { grantLook } from '../../lib/grant-look'
import { paths } from '../../lib/paths'
import { saveJson } from '../../lib/save-json'
import { useAction } from '../../lib/use-action'
import { useConnectStore } from '../../stores/use-connect'

interface GrantRowProps {
  grant: GrantView
  onRevoke(grant: GrantView): void
}

/** One grant: what it permits, how it stands, and its receipt. */
export function GrantRow({ grant, onRevoke }: GrantRowProps) {
  const store = useConnectStore()
  const { word, tone, inForce } = grantLook[grant.status]
  const take = useAction(async () => {
    const { host, notify } = store.getState()
    const file = `${grant.id}.json`
    const how = await saveJson(host, file, grant.receipt)
    if (how === 'saved') notify(grantWords.exported(file))
    else notify(grantWords.copied, grantWords.copiedDetail)
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-52 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <GrantedNode grant={grant} />
          <span className="text-muted">{grantWords.uses(grant.connectionName)}</span>
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-muted text-small">
          <bdi className="break-words">{grant.recipeName}</bdi>
          <span>
            · {grantWords.given} <RelativeTime at={grant.at} />
          </span>
          <End grant={grant} />
          <Verified grant={grant} />
        </p>
      </div>
      <Badge icon={toneIcon[tone]} tone={tone}>
        {word}
      </Badge>
      <div className="flex items-center gap-1.5">
        <IconButton
          label={grantWords.exportReceipt}
          onClick={() => void take.run()}
          className="size-8 border border-line-strong bg-card"
        >
          <Download />
        </IconButton>
        {inForce && <Button onClick={() => onRevoke(grant)}>{grantWords.revoke}</Button>}
      </div>
    </li>
  )
}

function GrantedNode({ grant: { recipeId, nodeId, nodeName, status } }: { grant: GrantView }) {
  if (status === 'recipe_removed') return <bdi className="font-medium">{nodeName}</bdi>
  return (
    <Link href={paths.recipeNode(recipeId, nodeId)} className="break-words font-medium hover:underline">
      <bdi>{nodeName}</bdi>
    </Link>
  )
}

function End({ grant: { expiresAt, revokedAt, status } }: { grant: GrantView }) {
  if (revokedAt !== null) {
    return (
      <span>
        · {grantWords.revokedAt} <RelativeTime at={revokedAt} />
      </span>
    )
  }
  if (expiresAt === null) return null
  return (
    <span>
      · {status === 'expired' ? grantWords.endedAt : grantWords.ends} <RelativeTime at={expiresAt} />
    </span>
  )
}

function Verified({ grant: { verified } }: { grant: GrantView }) {
  const Icon = verified ? BadgeCheck : ShieldAlert
  return (
    <span className={classNames('inline-flex items-center gap-1', !verified && 'text-bad-ink')}>
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {verified ? grantWords.verified : grantWords.notVerified}
    </span>
  )
}
