import type { NodeKind } from '../../src-shared/domain/recipe/node-kind'
import { nodeKindLook } from '../lib/node-kind-look'
import { ProviderMark } from './provider-mark'

/** A decoration: the kind's word or the node's name always stands beside it. */
export function NodeKindMark({ kind }: { kind: NodeKind }) {
  const { mark: Mark } = nodeKindLook[kind]
  if (typeof Mark === 'string') return <ProviderMark type={Mark} size="small" />
  return (
    <span
      aria-hidden
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-control border border-line bg-card text-muted"
    >
      <Mark className="size-1/2" />
    </span>
  )
}
