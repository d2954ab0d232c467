import { recipeProblemWords as words } from '../../words/en/recipe-problem'
import { type Graph, graphOf } from './graph'
import { isJsonObject, isNestedWithin, type Json, MOST_NESTING, utf8Length } from './json'
import { credentialNeed, isTrigger, managedTypes } from './node-kind'
import { type PlacedProblem, paramProblems } from './param-problems'
import { MOST_NODES, type RecipeDocument, type RecipeNode } from './recipe'
import { MOST_RECIPE_BYTES } from './recipe-file'
import { parseTemplate, textsIn } from './template'

type Credential = RecipeNode['credential'] | { private: true }
/** A recipe as it came through its schema; a node's credential may be somebody else's, which is not told. */
export interface WrittenRecipe {
  nodes: readonly (Omit<RecipeNode, 'credential'> & { credential?: Credential })[]
  edges: RecipeDocument['edges']
}
type WrittenNode = WrittenRecipe['nodes'][number]

/** What is wrong with a recipe that no schema can say, each by its place (`nodes.3.id`), in the order of the recipe. Pure. */
export function recipeProblems(recipe: WrittenRecipe): PlacedProblem[] {
  const { nodes, edges } = recipe
  if (nodes.length > MOST_NODES) return [{ path: 'nodes', message: words.tooManyNodes(MOST_NODES) }]
  if (!nodes.every(({ params }) => isNestedWithin(params, MOST_NESTING + 1)))
    return [{ path: 'nodes', message: words.nestedTooDeep(MOST_NESTING) }]
  if (utf8Length(JSON.stringify(recipe)) > MOST_RECIPE_BYTES) return [{ path: '', message: words.tooLarge }]
  const graph = graphOf(
    nodes.map(({ id }) => id),
    edges,
  )
  const seen = new Set<string>()
  return [
    ...nodes.flatMap((node, index) => [
      ...duplicate(seen, node.id, { path: `nodes.${index}.id`, message: words.duplicateId(node.id) }),
      ...credentialProblems(node, `nodes.${index}.credential`),
      ...namedCredentials(node.params, `nodes.${index}.params`),
      ...paramProblems(node, `nodes.${index}.params`),
      ...templateProblems(node, `nodes.${index}.params`, graph),
    ]),
    ...edgeProblems(recipe),
    ...(graph.cycle === undefined ? [] : [{ path: 'edges', message: words.cycle(graph.cycle) }]),
  ]
}

function edgeProblems({ nodes, edges }: WrittenRecipe): PlacedProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Set<string>()
  return edges.flatMap(({ from, to, when }, index) => {
    const at = `edges.${index}`
    const [start, end] = [byId.get(from), byId.get(to)]
    const problems: PlacedProblem[] = []
    if (start === undefined) problems.push({ path: `${at}.from`, message: words.noSuchNode(from) })
    if (end === undefined) problems.push({ path: `${at}.to`, message: words.noSuchNode(to) })
    if (problems.length > 0) return problems
    if (from === to) return { path: `${at}.to`, message: words.edgeToItself }
    if (end !== undefined && isTrigger(end.kind)) problems.push({ path: `${at}.to`, message: words.edgeIntoTrigger })
    if (when !== undefined && start?.kind !== 'control.if') problems.push({ path: `${at}.when`, message: words.whenWithoutIf })
    return [...problems, ...duplicate(seen, `${from} ${to}`, { path: at, message: words.duplicateEdge })]
  })
}

function duplicate(seen: Set<string>, name: string, problem: PlacedProblem): PlacedProblem[] {
  const isThere = seen.has(name)
  seen.add(name)
  return isThere ? [problem] : []
}

function credentialProblems({ kind, credential }: WrittenNode, path: string): PlacedProblem[] {
  if (credential === undefined) return []
  if (credentialNeed[kind].slot === null) return [{ path, message: words.takesNoCredential }]
  if (!('type' in credential)) return []
  if (kind !== 'http.request') return [{ path: `${path}.type`, message: words.onlyById }]
  const isManaged = managedTypes.some((type) => type === credential.type)
  return isManaged ? [] : [{ path: `${path}.type`, message: words.notManaged(managedTypes) }]
}

/** Every key `credentials`, however it is written: what stands under one is a secret that got into the recipe. */
function namedCredentials(value: Json, path: string): PlacedProblem[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => namedCredentials(one, `${path}.${index}`))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key.toLowerCase() === 'credentials'
      ? [{ path: `${path}.${key}`, message: words.credentials }]
      : namedCredentials(one, `${path}.${key}`),
  )
}

function templateProblems({ id, kind, params }: WrittenNode, path: string, graph: Graph): PlacedProblem[] {
  // A note is read by people, and may well explain templates to them.
  if (kind === 'note') return []
  return [...textsIn(params, path)].flatMap(({ path, text }) => {
    if (!text.includes('{{')) return []
    const parsed = parseTemplate(text)
    if ('fault' in parsed) {
      const { fault } = parsed
      return { path, message: fault.kind === 'malformed' ? words.malformedTemplate : words.forbiddenSegment(fault.segment) }
    }
    // In a circle nothing comes before anything, and that is said already.
    if (graph.cycle !== undefined) return []
    const asked = new Set(parsed.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.nodeId])))
    return [...asked].flatMap((other) => (graph.comesBefore(other, id) ? [] : [{ path, message: words.notEarlier(other) }]))
  })
}
