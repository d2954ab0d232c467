import type { Inputs, Outputs } from '../../src-shared/contract'
import type { RecipeSummary, RecipeView } from '../../src-shared/contract/recipe'
import type { RunSummary } from '../../src-shared/contract/run'
import type { ConnectionId, RecipeId } from '../../src-shared/domain/identifiers'
import { coalesce } from '../lib/coalesce'
import { pageSize } from '../lib/connection-window'
import { createOpenLists, type ShownLists } from '../lib/open-lists'
import { problemFrom } from '../lib/problem'
import { createReader } from '../lib/reader'
import type { Slice } from './connect-store'

interface RecipeData {
  /** As the list shows them. */
  recipes: Partial<Record<string, RecipeSummary>>
  /** Those that were opened, whole; null for one that is gone. */
  recipeViews: Partial<Record<string, RecipeView | null>>
  recipeLists: ShownLists
  /** Counts changes of any recipe, its verdict or its deployments, for what a page asks about them by itself. */
  recipeRevision: number
}

export const noRecipes: RecipeData = { recipes: {}, recipeViews: {}, recipeLists: {}, recipeRevision: 0 }

export type RecipeInput = Inputs['recipe']['import']
type Bind = Inputs['recipe']['choose']

export interface RecipeSlice extends RecipeData {
  /** The text of a file that the person opened, until the page of recipes has taken it: it waits while the vault is locked. */
  offeredRecipe: string | undefined
  offerRecipe(text: string): void
  takeOfferedRecipe(): void
  openRecipes(query: string): () => void
  reachInRecipes(query: string, index: number): void
  retryRecipes(query: string): void
  loadRecipe(id: RecipeId): Promise<void>
  importRecipe(recipe: RecipeInput): Promise<RecipeView>
  /** Refused where somebody changed it since this version. */
  replaceRecipe(of: Pick<RecipeView, 'id' | 'version'>, recipe: RecipeInput): Promise<void>
  removeRecipe(id: RecipeId): Promise<void>
  /** Of a private connection this is its owner's grant. */
  bindNode(binding: Bind): Promise<void>
  makeWebhook(of: Inputs['recipe']['makeWebhook']): Promise<Outputs['recipe']['makeWebhook']>
  /** Answers how many recipes use the other connection now. */
  rebind(from: ConnectionId, to: ConnectionId): Promise<number>
  recipesChanged(ids: readonly RecipeId[]): void
  /** Changes may have been missed: what is shown is read anew. */
  reloadRecipes(): void
  /** A run of it began or ended. */
  recipeRan(run: RunSummary): void
}

export const recipeSlice: Slice<RecipeSlice> = (set, get) => {
  const lists = createOpenLists<string>({
    keyOf: (query) => query,
    async read(query, cursor, signal) {
      const { epoch, client } = get()
      const page = await client.recipe.list({ query: query === '' ? undefined : query, limit: pageSize, cursor }, { signal })
      if (get().epoch === epoch) {
        const read = Object.fromEntries(page.items.map((recipe) => [recipe.id, recipe]))
        set((state) => ({ recipes: { ...state.recipes, ...read } }))
      }
      return page
    },
    show: (key, shown) => set((state) => ({ recipeLists: { ...state.recipeLists, [key]: shown } })),
  })
  const put = (view: RecipeView) =>
    set(({ recipes, recipeViews }) => ({
      recipes: { ...recipes, [view.id]: view },
      recipeViews: { ...recipeViews, [view.id]: view },
    }))
  const read = createReader(async (id: RecipeId) => {
    const { epoch, client } = get()
    try {
      const view = await client.recipe.get({ id })
      if (get().epoch === epoch) put(view)
    } catch (error) {
      const gone = problemFrom(error).code === 'NOT_FOUND' && get().epoch === epoch
      if (gone) set((state) => ({ recipeViews: { ...state.recipeViews, [id]: null } }))
      throw error
    }
  })
  const readAgain = (ids: readonly RecipeId[]) => {
    for (const id of ids) {
      // What is shown stays if this fails: whatever noticed it says so.
      if (get().recipeViews[id] != null) read(id).catch(() => undefined)
    }
  }
  const touch = coalesce(120, () => set((state) => ({ recipeRevision: state.recipeRevision + 1 })))
  /** Answers and events overtake each other; an answer to the person's own act is at least as new as what was known. */
  const changed = (view: RecipeView) => {
    put(view)
    lists.refresh()
    touch()
  }

  return {
    ...noRecipes,
    offeredRecipe: undefined,
    offerRecipe: (text) => set({ offeredRecipe: text }),
    takeOfferedRecipe: () => set({ offeredRecipe: undefined }),
    openRecipes: lists.open,
    reachInRecipes: lists.reach,
    retryRecipes: lists.retry,
    loadRecipe: read,

    async importRecipe(recipe) {
      const view = await get().client.recipe.import(recipe)
      changed(view)
      return view
    },

    async replaceRecipe({ id, version }, recipe) {
      changed(await get().client.recipe.replace({ ...recipe, id, version }))
    },

    async removeRecipe(id) {
      await get().client.recipe.remove({ id })
      set((state) => ({ recipeViews: { ...state.recipeViews, [id]: null } }))
      lists.refresh()
      touch()
    },

    async bindNode(binding) {
      changed(await get().client.recipe.choose(binding))
    },

    async makeWebhook(of) {
      const made = await get().client.recipe.makeWebhook(of)
      changed(made.recipe)
      return made
    },

    async rebind(from, to) {
      const { recipes } = await get().client.recipe.rebind({ id: from, to })
      get().recipesChanged(recipes)
      return recipes.length
    },

    recipesChanged(ids) {
      lists.refresh()
      readAgain(ids)
      touch()
    },

    reloadRecipes() {
      lists.refresh()
      readAgain(Object.keys(get().recipeViews) as RecipeId[])
      touch()
    },

    recipeRan(run) {
      const { recipes, recipeViews } = get()
      const newer = (of: RecipeSummary | null | undefined) =>
        of != null && (of.lastRun === null || of.lastRun.id <= run.id) ? { ...of, lastRun: run } : of
      const summary = newer(recipes[run.recipeId])
      const view = newer(recipeViews[run.recipeId]) as RecipeView | null | undefined
      if (summary === recipes[run.recipeId] && view === recipeViews[run.recipeId]) return
      set({
        recipes: { ...recipes, [run.recipeId]: summary ?? undefined },
        recipeViews: { ...recipeViews, [run.recipeId]: view },
      })
    },
  }
}
