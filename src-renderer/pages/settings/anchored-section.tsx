import type { ReactNode } from 'react'

interface AnchoredSectionProps {
  id: string
  title: string
  children: ReactNode
}

/** A section that an address leads to. Its heading takes the keyboard, so that Tab goes on from there. */
export function AnchoredSection({ id, title, children }: AnchoredSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="scroll-mt-6">
      <h2 id={`${id}-heading`} tabIndex={-1} className="mb-2 inline-block font-semibold text-section outline-none">
        {title}
      </h2>
      {children}
    </section>
  )
}
