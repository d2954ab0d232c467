import dagre from '@dagrejs/dagre'
import type { RecipeView } from '../../../../src-shared/contract/recipe'
import { heightsOf, layersOf } from './layers'

/** Of every node, in pixels. */
export const nodeSize = { width: 208, height: 56 }

export interface Place {
  x: number
  y: number
}

type Shape = Pick<RecipeView, 'nodes' | 'edges'>
type Places = ReadonlyMap<string, Place>

const gap = { across: 64, down: 28 }

/** Up to here crossings are avoided with care; beyond it, that would keep the page waiting for seconds. */
const carefulUpTo = 120

/** Where each node stands, from its upper left corner, in the order of the edges from left to right. */
export const layOut = (shape: Shape): Places => (shape.nodes.length > carefulUpTo ? inLayers(shape) : carefully(shape))

/** Source: Gansner et al., "A Technique for Drawing Directed Graphs". */
function carefully({ nodes, edges }: Shape): Places {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: gap.down, ranksep: gap.across })
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

function inLayers(shape: Shape): Places {
  const layers = layersOf(shape)
  const heights = heightsOf(shape, layers, nodeSize.height + gap.down)
  return new Map(
    layers.flatMap((layer, across) =>
      layer.map((id): [string, Place] => [id, { x: across * (nodeSize.width + gap.across), y: heights.get(id) ?? 0 }]),
    ),
  )
}
