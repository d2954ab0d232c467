import type { RecipeInput } from '../stores/recipe-slice'

const files = import.meta.glob<RecipeInput>('../../resources/recipes/*.json', { import: 'default' })

/** The recipes that come with the program, in the order of their file names. They work in the demo. */
export async function sampleRecipes(): Promise<RecipeInput[]> {
  const names = Object.keys(files).sort()
  const read = await Promise.all(names.map((name) => files[name]?.()))
  return read.filter((recipe) => recipe !== undefined)
}
