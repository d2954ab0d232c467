import { expect, test } from 'vitest'
import { layOut, nodeSize } from '../../src-renderer/pages/recipe/graph/graph-layout'
import { layersOf } from '../../src-renderer/pages/recipe/graph/layers'
import { largeDocument, recipeDocument } from '../fakes/client-recipe-data'

test.each([
  ['as a person writes it', recipeDocument(0)],
  ['of a thousand nodes', largeDocument(1000)],
])('no two nodes of a recipe lie over each other, and each stands right of what leads to it: %s', (_name, recipe) => {
  const places = layOut(recipe)
  expect(places.size).toBe(recipe.nodes.length)
  for (const { from, to } of recipe.edges) {
    expect(places.get(to)?.x ?? 0).toBeGreaterThanOrEqual((places.get(from)?.x ?? 0) + nodeSize.width)
  }
  for (const column of new Set([...places.values()].map(({ x }) => x))) {
    const tops = [...places.values()].filter(({ x }) => x === column).map(({ y }) => y)
    tops.sort((a, b) => a - b)
    const gaps = tops.slice(1).map((top, index) => top - (tops[index] ?? 0))
    expect(Math.min(...gaps, nodeSize.height)).toBe(nodeSize.height)
  }
})

test('a node stands behind the longest way that leads to it', () => {
  const nodes = ['a', 'b', 'c', 'alone'].map((id) => ({ id }))
  const edges = [
    { from: 'a', to: 'c' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ]
  expect(layersOf({ nodes, edges })).toEqual([['a', 'alone'], ['b'], ['c']])
})

test('of a circle nothing is lost', () => {
  const nodes = ['a', 'b'].map((id) => ({ id }))
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ]
  expect(layersOf({ nodes, edges }).flat()).toEqual(['a', 'b'])
})
