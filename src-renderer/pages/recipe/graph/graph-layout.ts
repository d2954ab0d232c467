import dagre from '@dagrejs/dagre'
import type { RecipeView } from '../../../../src-shared/contract/recipe'

/** Of every node, in pixels. */
export const nodeSize = { width: 208, height: 56 }

export interface Place {
  x: number
  y: number
}

/** From here on the slower ranking takes too long to wait for. */
const largeFrom = 300

/**
 * Where each node stands, from its upper left corner, in the order of the edges from left to right. Nodes that nothing leads to or
 * from stand by themselves. Source: Gansner et al., "A Technique for Drawing Directed Graphs".
 */
export function layOut({ nodes, edges }: Pick<RecipeView, 'nodes' | 'edges'>): ReadonlyMap<string, Place> {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 28,
    ranksep: 64,
    ranker: nodes.length > largeFrom ? 'longest-path' : 'network-simplex',
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize })
  for (const { from, to } of edges) graph.setEdge(from, to)
  dagre.layout(graph)
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as Partial<Place>
      return [id, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }]
    }),
  )
}
