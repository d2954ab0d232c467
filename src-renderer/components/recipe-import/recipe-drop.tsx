import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { recipeImportWords } from '../../../src-shared/words/en/recipe-import'
import { largestRecipe } from '../../lib/recipe-document'

/** Takes a file that is dragged onto the page from outside, wherever it is dropped. */
export function RecipeDrop({ onText }: { onText(text: string): void }) {
  const [over, setOver] = useState(false)
  const latest = useRef(onText)
  latest.current = onText
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const drag = (event: DragEvent) => {
      if (!hasFile(event)) return
      // Without this the browser would open the file in place of the page.
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = async (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      // One byte more than may be is enough to say that it is too large.
      if (file !== undefined) latest.current(await file.slice(0, largestRecipe + 1).text())
    }
    const listeners = { dragover: drag, dragleave: leave, drop: (event: DragEvent) => void drop(event) }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener)
    }
  }, [])
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-3 z-40 flex items-center justify-center rounded-float border-2 border-accent border-dashed bg-accent-soft/90">
      <p className="flex items-center gap-2 font-semibold text-accent-ink text-section">
        <FileUp className="size-5" aria-hidden />
        {recipeImportWords.dropHere}
      </p>
    </div>
  )
}
