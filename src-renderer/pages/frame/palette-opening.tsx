import { frameWords } from '../../../src-shared/words/en/frame'

interface PaletteOpeningProps {
  typed: string
  onType(text: string): void
  onCancel(): void
}

/**
 * Stands where the palette will be for the moment it takes to load: what is typed meanwhile is kept, and is not taken for
 * shortcuts of the page below.
 */
export function PaletteOpening({ typed, onType, onCancel }: PaletteOpeningProps) {
  return (
    <div
      role="dialog"
      aria-label={frameWords.searchAndJump}
      className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-[560px] -translate-x-1/2 rounded-float border border-line bg-float shadow-float"
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for it, and is typing already.
        autoFocus
        aria-label={frameWords.searchEverything}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // Nor is this Escape the page's own.
          event.preventDefault()
          onCancel()
        }}
        className="h-12 w-full bg-transparent px-4 text-section outline-none"
      />
    </div>
  )
}
