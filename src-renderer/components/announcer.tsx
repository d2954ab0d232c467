/** Says to a screen reader what changed by itself. */
export function Announcer({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
