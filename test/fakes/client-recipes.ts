import type { Inputs } from '../../src-shared/contract'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { RecipeSummary, RecipeView } from '../../src-shared/contract/recipe'
import type { RunSummary } from '../../src-shared/contract/run'
import { HookId, RecipeId } from '../../src-shared/domain/identifiers'
import { fail } from './client-failure'
import { type FakeDocument, largeDocument, recipeDocument } from './client-recipe-data'
import { verdictOf } from './client-verdict'
import type { FakeWorld } from './client-world'
import { fakeId } from './fake-id'

/** The nth recipe, the same in every run. */
export const recipeId = (n: number): RecipeId => RecipeId.parse(fakeId('recipe', n))

const ada = { subject: 'demo-owner', label: 'Ada Lovelace' }
const grace = { subject: 'demo-teammate', label: 'Grace Hopper' }

export interface FakeRecipe {
  id: RecipeId
  document: FakeDocument
  createdBy: { subject: string; label: string }
  createdAt: string
  updatedAt: string
  version: number
  lastRun: RunSummary | null
  /** Node ids of webhook triggers that have their source. */
  hooks: string[]
}

export interface FakeRecipes {
  readonly all: ReadonlyMap<string, FakeRecipe>
  find(id: string): FakeRecipe
  change(recipe: FakeRecipe, with_: Partial<FakeRecipe>): FakeRecipe
  verdict(recipe: FakeRecipe): RecipeSummary['verdict']
  view(recipe: FakeRecipe): RecipeView
  add(document: FakeDocument): FakeRecipe
  drop(id: RecipeId): void
  /** How many deployments it has; the deployments say so. */
  countDeployments: (id: RecipeId) => number
}

interface Options {
  recipes?: number
  /** The first recipe is one of this many nodes. */
  nodes?: number
}

/** The recipes of the fake engine, and the one way to change them. */
export function createFakeRecipes(options: Options, world: FakeWorld, emit: (event: ChangeEvent) => void): FakeRecipes {
  const { recipes: count = 0, nodes } = options
  const at = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString()
  const all = new Map<string, FakeRecipe>()
  const find = (id: string) => all.get(id) ?? fail('NOT_FOUND')
  const put = (n: number, document: FakeDocument, hoursAgo: number) => {
    const id = recipeId(n)
    const made = at(hoursAgo)
    const recipe = { id, document, createdBy: n % 2 === 0 ? ada : grace, createdAt: made, updatedAt: made, version: 1 }
    all.set(id, { ...recipe, lastRun: null, hooks: [] })
    return find(id)
  }
  for (let n = 0; n < count; n++) put(n, n === 0 && nodes !== undefined ? largeDocument(nodes) : recipeDocument(n), 2 + n * 5)
  const verdicts = new Map<FakeRecipe, RecipeSummary['verdict']>()
  const verdict = (recipe: FakeRecipe) => {
    const known = verdicts.get(recipe) ?? verdictOf(recipe.document, world)
    verdicts.set(recipe, known)
    return known
  }
  const change = (recipe: FakeRecipe, with_: Partial<FakeRecipe>) => {
    const next = { ...recipe, updatedAt: at(0), version: recipe.version + 1, ...with_ }
    all.set(recipe.id, next)
    emit({ kind: 'recipes', recipeIds: [recipe.id] })
    return next
  }
  const self: FakeRecipes = {
    all,
    find,
    change,
    verdict,
    view: (recipe) => ({
      ...summary(self, recipe),
      format: 1,
      nodes: recipe.document.nodes,
      edges: recipe.document.edges,
      hooks: recipe.hooks.map((nodeId, index) => ({
        nodeId,
        hookId: HookId.parse(fakeId('hook', index)),
        url: `http://127.0.0.1:7717/api/webhooks/${fakeId('hook', index)}`,
      })),
    }),
    add: (document) => {
      const made = put(500_000 + all.size, document, 0)
      emit({ kind: 'recipes', recipeIds: [made.id] })
      return made
    },
    drop(id) {
      find(id)
      all.delete(id)
      emit({ kind: 'recipes', recipeIds: [id] })
    },
    countDeployments: () => 0,
  }
  return self
}

function summary(recipes: FakeRecipes, recipe: FakeRecipe): RecipeSummary {
  const { id, document, createdBy, createdAt, updatedAt, version, lastRun } = recipe
  return {
    id,
    name: document.name,
    nodeCount: document.nodes.length,
    createdBy,
    createdAt,
    updatedAt,
    version,
    verdict: recipes.verdict(recipe),
    deployments: recipes.countDeployments(id),
    lastRun,
  }
}

type Call<Name extends keyof Inputs['recipe']> = Inputs['recipe'][Name]

/** Answers about recipes. A kind with “bad” in it is not known, and refused at its place. */
export function recipeAnswers(recipes: FakeRecipes) {
  const { find, change, view } = recipes
  const check = ({ nodes = [] }: Pick<Call<'import'>, 'nodes'>): void => {
    const unknown = nodes.flatMap(({ kind }, index) => (String(kind).includes('bad') ? [index] : []))
    if (unknown.length > 0)
      fail('INVALID_INPUT', {
        fields: unknown.map((index) => ({ path: `nodes.${index}.kind`, message: 'is not a kind of node' })),
      })
  }
  const documentOf = ({ name, nodes, edges = [] }: Call<'import'>): FakeDocument =>
    // What the page sends was written by a person; here it is taken for good.
    ({ format: 1, name, nodes: nodes.map((node) => ({ params: {}, ...node })) as FakeDocument['nodes'], edges })
  return {
    'recipe.list': ({ query = '', limit = 50, cursor = '0' }: Call<'list'>) => {
      const wanted = query.toLowerCase()
      const all = [...recipes.all.values()]
        .filter(({ document }) => document.name.toLowerCase().includes(wanted))
        .sort((a, b) => a.document.name.localeCompare(b.document.name))
      const end = Number(cursor) + Number(limit)
      return {
        items: all.slice(Number(cursor), end).map((recipe) => summary(recipes, recipe)),
        nextCursor: end < all.length ? String(end) : null,
        total: all.length,
      }
    },
    'recipe.get': ({ id }: Call<'get'>) => view(find(id)),
    'recipe.import': (recipe: Call<'import'>) => {
      check(recipe)
      return view(recipes.add(documentOf(recipe)))
    },
    'recipe.replace': ({ id, version, ...recipe }: Call<'replace'>) => {
      check(recipe)
      if (version !== undefined && version !== find(id).version) fail('VERSION_CONFLICT')
      return view(change(find(id), { document: documentOf(recipe) }))
    },
    'recipe.remove': ({ id }: Call<'remove'>) => {
      recipes.drop(find(id).id)
      return { id }
    },
    'recipe.preflight': ({ id }: Call<'preflight'>) => recipes.verdict(find(id)),
    'recipe.makeWebhook': ({ id, nodeId, secret }: Call<'makeWebhook'>) => {
      const { hooks } = find(id)
      const changed = change(find(id), { hooks: [...new Set([...hooks, nodeId])] })
      const hook = view(changed).hooks.find((one) => one.nodeId === nodeId)
      return { recipe: view(changed), hook, secret: secret === undefined ? 'whsec_5c1Yk9Qv7rT2mX8bN4dJ6hL3pW0zA' : null }
    },
  }
}
