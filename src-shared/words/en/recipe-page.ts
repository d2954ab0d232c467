import { area } from '../chosen'
import { number, plural } from './forms'

/** The page of one recipe: what it is, what stops it, and what is deployed of it. */
export const recipePageWords = area('recipePage', {
  back: 'Recipes',
  notThere: 'This recipe cannot be shown',
  removedMeanwhile: 'This recipe was removed.',
  version: (version: number) => `Version ${number(version)}`,
  updated: 'Updated',

  deploy: 'Deploy',
  run: 'Run',
  runNeedsDeployment: 'Deploy it first: what runs is what was deployed.',
  replace: 'Replace',
  export: 'Export',
  remove: 'Remove',
  more: 'More',
  exported: (file: string) => `Saved ${file}`,
  copiedInstead: 'Copied as JSON',
  copiedInsteadDetail: 'Paste it into a file: the desktop application lets no page save one by itself.',

  stopped: (count: number) => plural(count, { one: '# thing stops this recipe', other: '# things stop this recipe' }),
  cannotUse: 'Some nodes of this recipe cannot use their credential. Reconnect or select a passport you own, then deploy again.',
  showAll: (count: number) => `Show all ${number(count)}`,
  reconnect: 'Reconnect',
  select: 'Select',
  grantAgain: 'Grant again',
  grant: 'Grant',
  showNode: 'Show node',
  copyForOperator: 'Copy for your operator',
  details: 'details for your operator',
  inNode: (node: string, action: string) => `${action}: ${node}`,

  graph: 'Graph',
  asGraph: 'Graph',
  asList: 'List',
  view: 'How the nodes are shown',
  nodes: 'Nodes',
  nodeCount: (count: number) => plural(count, { one: '# node', other: '# nodes' }),
  searchNodes: 'Search nodes',
  noNode: (query: string) => `No node matches “${query}”.`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole recipe',
  nodeKeys: 'Press Enter to see what this node does and which connection it uses. Escape closes that again.',
  edgeKeys: 'Leads from one node to the next.',
  /** What a screen reader hears of a node: name, kind, what is wrong. */
  nodeLabel: (name: string, kind: string, trouble: string) => [name, kind, trouble].filter(Boolean).join(', '),
  edgeLabel: (from: string, to: string) => `From ${from} to ${to}`,
  whenYes: 'Yes',
  whenNo: 'No',

  deployments: 'Deployments',
  noDeployments:
    'Nothing of it is deployed, so it does not run. What runs is always a deployment, and editing the recipe leaves that as it is.',
  deployedBy: (who: string) => `by ${who}`,
  older: 'An earlier version than the recipe’s now',
  withdrawn: 'Withdrawn',
  withdraw: 'Withdraw',
  withdrawTitle: (name: string, version: number) => `Withdraw version ${number(version)} of ${name}?`,
  withdrawLead: 'Nothing starts it any more: its triggers stop listening, and its webhooks answer that they are gone.',
  withdrawButton: 'Withdraw deployment',
  withdrewIt: 'Withdrew the deployment',
  deployedIt: (name: string) => `Deployed ${name}`,
  runNow: 'Run now',
  runWith: 'Run with input',
  runTitle: (name: string) => `Run ${name}`,
  runLead: 'As its deployer, with the grants that were pinned. Nodes really act.',
  input: 'Input, as a JSON object',
  inputHint: 'What a manual trigger hands to the nodes after it. May stay empty.',
  inputNotObject: 'This is not a JSON object.',
  lastRun: 'Last run',

  runs: 'Runs',
  allRuns: 'All runs',

  removeTitle: (name: string) => `Remove ${name}?`,
  removeLead: (deployments: number) =>
    deployments === 0
      ? 'Nothing of it is deployed, so nothing stops. What its runs did stays as it is.'
      : plural(deployments, {
          one: 'Its deployment is withdrawn: its triggers and webhooks start nothing any more. What its runs did stays as it is.',
          other:
            'Its # deployments are withdrawn: their triggers and webhooks start nothing any more. What its runs did stays as it is.',
        }),
  removeGrants: 'Grants that were given to its nodes end with it. This cannot be undone; export it first to keep it.',
  removeButton: 'Remove recipe',
  removed: (name: string) => `Removed ${name}`,
})
