import { FileJson } from 'lucide-react'
import { type ChangeEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { commonWords } from '../../../src-shared/words/en/common'
import { recipeImportWords } from '../../../src-shared/words/en/recipe-import'
import { type Problem, problemFrom } from '../../lib/problem'
import { acceptedRecipes, largestRecipe, readRecipe } from '../../lib/recipe-document'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { Button } from '../button'
import { Dialog, DialogActions } from '../dialog'
import { textAreaLook } from '../field'
import { ProblemNotice } from '../problem-notice'
import { RefusedPlaces } from './refused-places'
import { SampleList } from './sample-list'
import { useImport } from './use-import'

interface RecipeImportDialogProps {
  /** What was dropped or opened. */
  text: string
  /** Whether the text came from outside the page, and is imported only when the person says so. Otherwise it is at once. */
  opened?: boolean
  /** The recipe that it replaces, in place of making a new one. */
  over?: Pick<RecipeView, 'id' | 'version' | 'name'>
  onClose(): void
}

/** A file, a text or a sample. Whatever is wrong with it stands in the dialog, place by place. */
export function RecipeImportDialog({ text: dropped, opened = false, over, onClose }: RecipeImportDialogProps) {
  const id = useId()
  const [text, setText] = useState(dropped)
  const [unread, setUnread] = useState<string>()
  const picker = useRef<HTMLInputElement>(null)
  const replaceRecipe = useConnect((state) => state.replaceRecipe)
  const notify = useConnect((state) => state.notify)
  const create = useImport(onClose)
  const replace = useAction(async (recipe: Parameters<typeof create.run>[0]) => {
    if (over === undefined) return
    await replaceRecipe(over, recipe)
    notify(recipeImportWords.replaced(recipe.name))
    onClose()
  })
  const act = over === undefined ? create : replace
  const submit = (given: string) => {
    act.clear()
    const read = readRecipe(given)
    if ('recipe' in read) {
      setUnread(undefined)
      void act.run(read.recipe)
    } else if (read.problem === 'not_json') setUnread(recipeImportWords.notJson(read.why))
    else setUnread(read.problem === 'too_large' ? recipeImportWords.tooLarge : recipeImportWords.notARecipe)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is imported once.
  useEffect(() => {
    if (dropped !== '' && !opened) submit(dropped)
  }, [])
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file === undefined) return
    const read = await file.slice(0, largestRecipe + 1).text()
    // The same file chosen again is read again: it may have been mended.
    target.value = ''
    setText(read)
    submit(read)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    submit(text)
  }
  return (
    <Dialog
      title={over === undefined ? recipeImportWords.title : recipeImportWords.replaceTitle(over.name)}
      description={
        opened ? recipeImportWords.openedLead : over === undefined ? recipeImportWords.lead : recipeImportWords.replaceLead
      }
      className="max-w-[560px]"
      onClose={onClose}
    >
      <form onSubmit={send}>
        <div className="flex flex-col gap-3 px-5 pt-4">
          <input ref={picker} type="file" accept={acceptedRecipes} hidden tabIndex={-1} onChange={(event) => void pick(event)} />
          <Button className="self-start" onClick={() => picker.current?.click()}>
            <FileJson aria-hidden />
            {recipeImportWords.choose}
          </Button>
          <label htmlFor={id} className="font-medium">
            {recipeImportWords.paste}
          </label>
          <textarea
            id={id}
            rows={8}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={recipeImportWords.example}
            className={`${textAreaLook} resize-y font-mono text-small`}
          />
          {unread !== undefined && <ProblemNotice problem={{ ...notRead, sentence: unread }} />}
          {act.problem !== undefined && <Refusal problem={act.problem} onRetry={() => submit(text)} />}
          {over === undefined && (
            <>
              <p className="mt-2 font-medium">{recipeImportWords.samples}</p>
              <SampleList onImported={onClose} />
            </>
          )}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{commonWords.cancel}</Button>
          <Button type="submit" look="primary" busy={act.busy} disabled={text.trim() === ''}>
            {over === undefined ? recipeImportWords.import : recipeImportWords.replace}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** What never reached the engine, in the form in which it would have answered. */
const notRead: Problem = { ...problemFrom(undefined), code: 'INVALID_INPUT', recovery: 'edit_input' }

function Refusal({ problem, onRetry }: { problem: Problem; onRetry(): void }) {
  const places = problem.data.fields
  if (problem.code !== 'INVALID_INPUT' || places === undefined) return <ProblemNotice problem={problem} onRetry={onRetry} />
  return <RefusedPlaces places={places} />
}
