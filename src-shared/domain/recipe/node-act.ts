import type { Json } from './json'
import type { RecipeNode } from './recipe'

/**
 * What a node does, as a grant permits it: its kind and parameters, and neither its name nor with what. The hash of its canonical
 * form (RFC 8785) is what stands in the grant.
 */
export const actOfNode = ({ kind, params }: Pick<RecipeNode, 'kind' | 'params'>): { [key: string]: Json } => ({
  format: 1,
  kind,
  params,
})
