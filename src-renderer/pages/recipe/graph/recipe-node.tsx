import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { NodeKind } from '../../../../src-shared/domain/recipe/node-kind'
import { NodeKindMark } from '../../../components/node-kind-mark'
import { classNames } from '../../../lib/class-names'
import { nodeKindLook } from '../../../lib/node-kind-look'

export type RecipeNodeData = { name: string; kind: NodeKind; trouble: string | undefined }

export type GraphNode = Node<RecipeNodeData, 'recipe'>

/** Where edges arrive and leave; nothing is drawn there, and nothing can be connected. */
const end = 'pointer-events-none !min-h-0 !min-w-0 !border-0 !bg-transparent'

export const RecipeNode = memo(function RecipeNode({ data: { name, kind, trouble }, selected }: NodeProps<GraphNode>) {
  return (
    <div
      title={trouble ?? name}
      className={classNames(
        'flex h-14 w-52 items-center gap-2.5 rounded-card border bg-card px-2.5 transition-colors duration-100',
        selected
          ? 'border-focus shadow-[0_0_0_1px_var(--focus)]'
          : trouble === undefined
            ? 'border-line-strong'
            : 'border-warn-ink',
      )}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className={end} />
      <NodeKindMark kind={kind} />
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="truncate font-medium">{name}</bdi>
        <span className="truncate text-muted text-small">{nodeKindLook[kind].word}</span>
      </span>
      {trouble !== undefined && <TriangleAlert className="size-4 shrink-0 text-warn-ink" aria-hidden />}
      <Handle type="source" position={Position.Right} isConnectable={false} className={end} />
    </div>
  )
})
