import { FileUp, KeySquare, SquareActivity } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { commonWords } from '../../../src-shared/words/en/common'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { Button } from '../../components/button'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { QuietLink } from '../../components/quiet-link'
import { RecipeDrop } from '../../components/recipe-import/recipe-drop'
import { RecipeImportDialog } from '../../components/recipe-import/recipe-import-dialog'
import { SearchField } from '../../components/search-field'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useDebounced } from '../../lib/use-debounced'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { NoRecipes } from './no-recipes'
import { RecipeRow, recipeRowHeight } from './recipe-row'
import { useRecipes } from './use-recipes'

/** Every recipe of the organisation, with what it would do if somebody deployed it now. */
export default function RecipesPage() {
  useTitle(recipeListWords.title)
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  /** What the dialog begins with: nothing, or the text that was dropped or opened. */
  const [importing, setImporting] = useState<{ text: string; opened?: boolean }>()
  const offered = useConnect((state) => state.offeredRecipe)
  const takeOffered = useConnect((state) => state.takeOfferedRecipe)
  useEffect(() => {
    if (offered === undefined) return
    setImporting({ text: offered, opened: true })
    takeOffered()
  }, [offered, takeOffered])
  const query = useDebounced(typed.trim(), 90)
  const list = useRecipes(query)
  const field = useRef<HTMLInputElement>(null)
  const open = (index: number) => {
    const id = list.idAt(index)
    if (id !== undefined) navigate(paths.recipe(id))
  }
  const total = list.total ?? 0
  const active = useActiveRow({ total, open, scope: query, main: true })
  const startImport = () => setImporting({ text: '' })
  useShortcuts({ '/': () => field.current?.select(), i: startImport, Escape: useBack(paths.directory) })
  const none = list.total === 0 && query === ''

  return (
    <Page>
      <div className="flex flex-col gap-3">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-2">
          <h1 className="font-semibold text-title tracking-tight">{recipeListWords.title}</h1>
          <span role="status" className="text-muted">
            {total > 0 && commonWords.number(total)}
          </span>
          <div className="ml-auto flex flex-wrap items-center gap-2">
            <QuietLink to={paths.runs()} icon={SquareActivity}>
              {recipeListWords.runs}
            </QuietLink>
            <QuietLink to={paths.grants} icon={KeySquare}>
              {recipeListWords.grants}
            </QuietLink>
            {!none && (
              <Button look="primary" onClick={startImport} aria-keyshortcuts="i">
                <FileUp aria-hidden />
                {recipeListWords.import}
              </Button>
            )}
          </div>
        </header>
        {!none && (
          <SearchField
            ref={field}
            label={recipeListWords.search}
            value={typed}
            onChange={setTyped}
            onKeyDown={active.onSearchKey}
          />
        )}
        {list.problem !== undefined && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
        {list.total === undefined && list.problem === undefined && <div className="skeleton h-[182px]" aria-hidden />}
        {list.total === 0 && <NoRecipes query={query} onImport={startImport} onClear={() => setTyped('')} />}
        {total > 0 && (
          <VirtualRows
            role="listbox"
            label={recipeListWords.list}
            total={total}
            rowHeight={recipeRowHeight}
            active={active}
            onReach={list.reach}
          >
            {(place) => (
              <RecipeRow key={place.index} place={place} id={list.idAt(place.index)} onOpen={() => open(place.index)} />
            )}
          </VirtualRows>
        )}
      </div>
      <RecipeDrop onText={(text) => setImporting({ text })} />
      {importing !== undefined && (
        <RecipeImportDialog key={importing.text} {...importing} onClose={() => setImporting(undefined)} />
      )}
    </Page>
  )
}
