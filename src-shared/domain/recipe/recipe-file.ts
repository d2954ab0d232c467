/** UTF-8 bytes of a recipe's JSON. */
export const MOST_RECIPE_BYTES = 1024 * 1024

/** A recipe as a file: JSON in UTF-8, of at most `MOST_RECIPE_BYTES`. What electron-builder registers is compared with this by a test. */
export const recipeFile = { extension: 'neurocad-recipe', mimeType: 'application/vnd.neurocad.recipe+json' } as const

/** Whether a file's name says that it is a recipe. Some systems do not tell letters apart. */
export const isRecipeFileName = (name: string): boolean => name.toLowerCase().endsWith(`.${recipeFile.extension}`)
