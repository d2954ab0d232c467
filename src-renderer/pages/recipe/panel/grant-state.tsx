import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { NodeGrant } from '../../../../src-shared/contract/recipe'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'

const sentences: Record<NodeGrant, string> = {
  active: nodePanelWords.granted,
  missing: nodePanelWords.missing,
  earlier_version: nodePanelWords.earlierVersion,
  expired: nodePanelWords.expired,
  revoked: nodePanelWords.revoked,
}

/** How the owner's permission for this node stands. */
export function GrantState({ grant }: { grant: NodeGrant }) {
  const good = grant === 'active'
  const Icon = good ? CircleCheck : TriangleAlert
  return (
    <p
      className={`flex gap-2 rounded-control px-2.5 py-2 text-small ${good ? 'bg-ok-soft text-ok-ink' : 'bg-warn-soft text-warn-ink'}`}
    >
      <Icon className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      {sentences[grant]}
    </p>
  )
}
