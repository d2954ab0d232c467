import { SearchX, Workflow } from 'lucide-react'
import { commonWords } from '../../../src-shared/words/en/common'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { SampleList } from '../../components/recipe-import/sample-list'
import { Section } from '../../components/section'

interface NoRecipesProps {
  query: string
  onImport(): void
  onClear(): void
}

/** Nothing was imported yet, or nothing matches. */
export function NoRecipes({ query, onImport, onClear }: NoRecipesProps) {
  if (query !== '') {
    return (
      <EmptyState
        icon={SearchX}
        title={recipeListWords.nothingFound}
        action={<Button onClick={onClear}>{commonWords.clearSearch}</Button>}
      >
        {recipeListWords.nothingFoundWhy(query)}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-6">
      <EmptyState
        icon={Workflow}
        title={recipeListWords.nothingYet}
        action={
          <Button look="primary" onClick={onImport} aria-keyshortcuts="i">
            {recipeListWords.importOne}
          </Button>
        }
      >
        {recipeListWords.nothingYetWhy}
      </EmptyState>
      <Section title={recipeListWords.startWith}>
        <SampleList />
      </Section>
    </div>
  )
}
