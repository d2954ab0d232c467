import { area } from '../chosen'
import { plural } from './forms'

/** Taking a recipe in: as a file, as text, or as one of the samples. */
export const recipeImportWords = area('recipeImport', {
  title: 'Import a recipe',
  replaceTitle: (name: string) => `Replace ${name}`,
  lead: 'As JSON: from a file, dropped on this page, or pasted. It carries no secrets.',
  openedLead: 'This is the file that you opened. Nothing is imported until you say so.',
  replaceLead:
    'What is deployed stays as it was deployed. Connections that the new text names are kept, and a node that does something else needs a new grant.',
  choose: 'Choose a file',
  paste: 'Or paste it',
  /** Its keys are the same in every language. */
  example: '{ "format": 1, "name": "…", "nodes": [ … ], "edges": [ … ] }',
  import: 'Import',
  replace: 'Replace',
  samples: 'Samples',
  dropHere: 'Drop the recipe to import it',
  imported: (name: string) => `Imported ${name}`,
  replaced: (name: string) => `Replaced ${name}`,

  notJson: (why: string) => `This is not JSON: ${why}`,
  notARecipe: 'This is JSON, but not a recipe: it has to be an object with a name and nodes.',
  tooLarge: 'A recipe may have at most 1 MiB.',
  refused: (count: number) =>
    plural(count, { one: '# place of the recipe is not valid', other: '# places of the recipe are not valid' }),
  whole: 'the whole recipe',
  more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
})
