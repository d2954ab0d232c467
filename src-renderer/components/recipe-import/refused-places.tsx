import { CircleAlert } from 'lucide-react'
import { recipeImportWords } from '../../../src-shared/words/en/recipe-import'

/** More than these nobody mends at once. */
const shownAtMost = 20

/** Every place of a recipe that was refused, and why. */
export function RefusedPlaces({ places }: { places: readonly { path: string; message: string }[] }) {
  return (
    <div role="alert" className="rounded-card bg-bad-soft px-3 py-2.5 text-bad-ink">
      <p className="flex items-center gap-2 font-medium">
        <CircleAlert className="size-4 shrink-0" aria-hidden />
        {recipeImportWords.refused(places.length)}
      </p>
      <ul className="mt-1.5 flex flex-col gap-1 pl-6 text-small">
        {places.slice(0, shownAtMost).map(({ path, message }) => (
          <li key={`${path} ${message}`} className="break-words">
            <code className="font-mono">{path === '' ? recipeImportWords.whole : path}</code> {message}
          </li>
        ))}
        {places.length > shownAtMost && <li>{recipeImportWords.more(places.length - shownAtMost)}</li>}
      </ul>
    </div>
  )
}
