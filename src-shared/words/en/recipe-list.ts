import { area } from '../chosen'
import { type Rich, rich } from '../rich'
import { number, plural } from './forms'

/** The page of all recipes, and what each of them would do if it were deployed. */
export const recipeListWords = area('recipeList', {
  title: 'Recipes',
  list: 'Recipes of your organisation',
  search: 'Search recipes',
  runs: 'Runs',
  grants: 'Grants you gave',
  import: 'Import',

  wouldDeploy: 'Would deploy now',
  /** Before the first of them, in its own sentence. */
  stops: (count: number) => plural(count, { one: '# thing stops it', other: '# things stop it' }),
  stopsWith: (count: string, first: string) => `${count}: ${first}`,
  ofNode: (node: string, problem: string) => `${node}: ${problem}`,
  notDeployed: 'Not deployed',
  deployed: 'Deployed',
  deployedTimes: (count: number) => `${number(count)} deployments`,
  neverRan: 'Never ran',

  nothingFound: 'No recipe matches',
  nothingFoundWhy: (query: string) => `No recipe of your organisation has “${query}” in its name.`,
  nothingYet: 'No recipes yet',
  nothingYetWhy:
    'A recipe says which connections act, and in which order. Import one as a JSON file, or start with a sample that works in the demo.',
  importOne: 'Import a recipe',
  startWith: 'Start with a sample',
  importSample: <Part>(name: Part): Rich<Part> => rich`Import ${name}`,
  nodes: (count: number) => plural(count, { one: '# node', other: '# nodes' }),
})
