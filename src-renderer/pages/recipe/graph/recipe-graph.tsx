import { Background, type Edge, MarkerType, type NodeChange, Position, ReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import type { RecipeView } from '../../../../src-shared/contract/recipe'
import { recipePageWords } from '../../../../src-shared/words/en/recipe-page'
import { nodeKindLook } from '../../../lib/node-kind-look'
import { GraphControls } from './graph-controls'
import './graph.css'
import { layOut, nodeSize } from './graph-layout'
import { KeepInSight } from './keep-in-sight'
import { type GraphNode, RecipeNode } from './recipe-node'

const nodeTypes = { recipe: RecipeNode }

/** Known beforehand, so that only what is in sight has to be drawn. */
const handles = [
  { type: 'target' as const, position: Position.Left, x: 0, y: nodeSize.height / 2, width: 1, height: 1 },
  { type: 'source' as const, position: Position.Right, x: nodeSize.width, y: nodeSize.height / 2, width: 1, height: 1 },
]

/** Drawn into a picture, which knows no classes. */
const arrow = { type: MarkerType.ArrowClosed, color: 'var(--muted)', width: 14, height: 14 }

/** More than these are no overview: the beginning is shown, at a size that can be read. */
const overviewOf = 40

interface RecipeGraphProps {
  recipe: Pick<RecipeView, 'name' | 'nodes' | 'edges'>
  trouble: ReadonlyMap<string, readonly string[]>
  selected: string | undefined
  onSelect(nodeId: string | undefined): void
}

/** The recipe as a picture: to read, to walk with the keyboard, and to choose a node from. Nothing in it can be moved. */
export function RecipeGraph({ recipe, trouble, selected, onSelect }: RecipeGraphProps) {
  const { nodes, edges } = recipe
  // Names and verdicts change much more often than what leads where.
  const shape = JSON.stringify([nodes.map(({ id }) => id), edges])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for what is laid out.
  const places = useMemo(() => layOut({ nodes, edges }), [shape])
  const drawn = useMemo(
    () =>
      nodes.map(({ id, name, kind }): GraphNode => {
        const wrong = trouble.get(id)?.join(' ')
        return {
          id,
          type: 'recipe',
          position: places.get(id) ?? { x: 0, y: 0 },
          ...nodeSize,
          // Said here, because what is out of sight is never measured, and could not be brought into sight then.
          measured: nodeSize,
          handles,
          data: { name, kind, trouble: wrong },
          selected: id === selected,
          ariaRole: 'button',
          ariaLabel: recipePageWords.nodeLabel(name, nodeKindLook[kind].word, wrong ?? ''),
          domAttributes: { 'aria-pressed': id === selected } as GraphNode['domAttributes'],
        }
      }),
    [nodes, places, selected, trouble],
  )
  const lines = useMemo(() => {
    const names = new Map(nodes.map(({ id, name }) => [id, name]))
    return edges.map(
      ({ from, to, when }): Edge => ({
        id: `${from}-${to}-${String(when ?? '')}`,
        source: from,
        target: to,
        type: 'smoothstep',
        markerEnd: arrow,
        ariaLabel: recipePageWords.edgeLabel(names.get(from) ?? from, names.get(to) ?? to),
        ...(when !== undefined && { label: when ? recipePageWords.whenYes : recipePageWords.whenNo }),
      }),
    )
  }, [nodes, edges])
  const change = (changes: NodeChange<GraphNode>[]) => {
    for (const one of changes) if (one.type === 'select' && one.selected) onSelect(one.id)
  }
  const begin = nodes.length > overviewOf ? nodes[0]?.id : undefined
  return (
    <ReactFlow<GraphNode>
      className="recipe-graph"
      aria-label={recipePageWords.graph}
      nodes={drawn}
      edges={lines}
      nodeTypes={nodeTypes}
      onNodesChange={change}
      onPaneClick={() => onSelect(undefined)}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      elevateNodesOnSelect={false}
      onlyRenderVisibleElements
      fitView={begin === undefined}
      fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
      minZoom={0.05}
      maxZoom={1.5}
      // The wheel scrolls the page; with Ctrl or Cmd it zooms.
      zoomOnScroll={false}
      preventScrolling={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      attributionPosition="bottom-left"
      ariaLabelConfig={{
        'node.a11yDescription.default': recipePageWords.nodeKeys,
        'node.a11yDescription.keyboardDisabled': recipePageWords.nodeKeys,
        'edge.a11yDescription.default': recipePageWords.edgeKeys,
      }}
    >
      <Background gap={20} size={1} />
      <GraphControls />
      <KeepInSight selected={selected} begin={begin} />
    </ReactFlow>
  )
}
