import { useMemo } from 'react'
import { runWords } from '../../../src-shared/words/en/run'
import { Select } from '../../components/select'
import { useAnswer } from '../../lib/use-answer'
import { useConnect } from '../../stores/use-connect'

interface RecipeFilterProps {
  chosen: string | undefined
  onChoose(recipeId: string | undefined): void
}

/** As many as one answer gives; a recipe beyond them is reached from its own page. */
const offeredAtMost = 200

/** Which recipe's runs are shown. */
export function RecipeFilter({ chosen, onChoose }: RecipeFilterProps) {
  const client = useConnect((state) => state.client)
  const revision = useConnect((state) => state.recipeRevision)
  const { value } = useAnswer(
    async (signal) => (await client.recipe.list({ limit: offeredAtMost }, { signal })).items,
    [client, revision],
  )
  const options = useMemo(() => {
    const known = (value ?? []).map(({ id, name }) => ({ value: id as string, label: name }))
    const other = chosen !== undefined && !known.some((one) => one.value === chosen) ? [{ value: chosen, label: chosen }] : []
    return [{ value: '', label: runWords.anyRecipe }, ...other, ...known]
  }, [value, chosen])
  return (
    <Select
      aria-label={runWords.ofRecipe}
      value={chosen ?? ''}
      options={options}
      onValueChange={(id) => onChoose(id === '' ? undefined : id)}
    />
  )
}
