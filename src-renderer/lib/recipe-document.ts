import type { RecipeView } from '../../src-shared/contract/recipe'
import { MOST_RECIPE_BYTES, recipeFile } from '../../src-shared/domain/recipe/recipe-file'
import type { RecipeInput } from '../stores/recipe-slice'

/** In bytes of UTF-8. Source: "A recipe" in the recipes specification. */
export const largestRecipe = MOST_RECIPE_BYTES

/** What a person may choose to import. */
export const acceptedRecipes = `.${recipeFile.extension},.json,${recipeFile.mimeType},application/json`

/** Of a text that is to be a recipe: what it says, or why that cannot even be asked. */
export type ReadRecipe =
  | { recipe: RecipeInput }
  | { problem: 'too_large' | 'not_a_recipe' }
  | { problem: 'not_json'; why: string }

/** Reads a recipe as far as it takes to hand it on: what it must hold is the engine's to say. */
export function readRecipe(text: string): ReadRecipe {
  if (new TextEncoder().encode(text).length > largestRecipe) return { problem: 'too_large' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problem: 'not_json', why: error instanceof Error ? error.message : '' }
  }
  const hasNodes = typeof value === 'object' && value !== null && 'nodes' in value && Array.isArray(value.nodes)
  return hasNodes ? { recipe: value as RecipeInput } : { problem: 'not_a_recipe' }
}

/**
 * The recipe as people write it down. A node with somebody else's private connection says so, which keeps it when the same recipe
 * is replaced by this text.
 */
export function recipeDocument({ name, nodes, edges }: Pick<RecipeView, 'name' | 'nodes' | 'edges'>): RecipeInput {
  return {
    format: 1,
    name,
    nodes: nodes.map(({ id, kind, name: nodeName, params, credential }) => ({
      id,
      kind,
      name: nodeName,
      params,
      ...(credential && { credential }),
    })),
    edges: edges.map(({ from, to, when }) => ({ from, to, ...(when !== undefined && { when }) })),
  }
}

/** Without what stands for somebody else's connections: a new recipe has none of them. */
export const withoutHidden = (recipe: RecipeInput): RecipeInput => ({
  ...recipe,
  nodes: recipe.nodes.map((node) => {
    if (typeof node?.credential !== 'object' || node.credential === null || !('private' in node.credential)) return node
    const { credential: _hidden, ...rest } = node
    return rest
  }),
})

/** "File bugs from Slack" as `file-bugs-from-slack.neurocad-recipe`, which the desktop application opens. */
export function recipeFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${plain === '' ? 'recipe' : plain}.${recipeFile.extension}`
}
