import { area } from '../chosen'
import { type Rich, rich } from '../rich'
import { number, plural } from './forms'

/** Runs: the list of them, and what one did node by node. */
export const runWords = area('run', {
  running: 'Running',
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  nodeWaiting: 'Waiting',
  nodeSucceeded: 'Done',
  nodeSkipped: 'Skipped',

  title: 'Runs',
  list: 'Runs, newest first',
  listOf: (recipe: string) => `Runs of ${recipe}`,
  ofRecipe: 'Recipe',
  anyRecipe: 'Any recipe',
  back: 'Runs',
  toRecipes: 'Recipes',
  nothingYet: 'Nothing ran yet',
  nothingYetWhy: 'A deployed recipe runs when its trigger says so, or when you start it from its page.',
  toTheRecipes: 'Open the recipes',
  noneOfRecipe: 'This recipe did not run yet.',
  notThere: 'This run cannot be shown',
  showMore: 'Show earlier',

  /** Who or what started it. */
  manual: <Part>(who: Part): Rich<Part> => rich`Started by ${who}`,
  retry: <Part>(who: Part): Rich<Part> => rich`Tried again by ${who}`,
  webhook: 'Started by a webhook',
  slack: 'Started by Slack',
  github: 'Started by GitHub',
  somebody: 'somebody',
  runOf: (recipe: string) => `Run of ${recipe}`,
  failedAt: (node: string) => `at ${node}`,
  took: (duration: string) => `took ${duration}`,
  milliseconds: (ms: number) => `${number(ms)} ms`,
  seconds: (seconds: string) => `${seconds} s`,
  minutes: (minutes: number, seconds: number) => `${number(minutes)} min ${number(seconds)} s`,

  interruptedWhy:
    'The program ended or was locked while this ran. Nodes that were done stay done; run the recipe again for the others.',
  retryFailed: 'Retry from the failed node',
  cancel: 'Cancel',
  cancelling: 'Stops after the node in hand.',
  openRecipe: 'Open the recipe',
  before: 'The run before it',

  nodes: 'Nodes',
  nodeTimes: (times: number) => plural(times, { one: 'run once', other: 'run # times' }),
  output: 'Output',
  noOutput: 'No output yet.',
  nothingGiven: 'It gave nothing.',
  truncated: 'It was too large to keep whole.',
  copyOutput: 'output',
  expand: 'Show output',
  collapse: 'Hide output',
  showNode: 'Show the node',
  openConnection: 'Open the connection',
  items: (count: number) => plural(count, { one: '# item', other: '# items' }),
  keys: (count: number) => plural(count, { one: '# key', other: '# keys' }),
  moreHere: (count: number) => plural(count, { one: '# more', other: '# more' }),
})
