import type { ComponentProps } from 'react'

// Plain signs of our own for providers whose marks are not ours to draw: enough to tell them apart at a glance.

function Sign(svg: ComponentProps<'svg'>) {
  return <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor" {...svg} className="size-[52%] text-ink" />
}

/** An open ring with a bar. */
export function GoogleMark() {
  return (
    <Sign fill="none" stroke="currentColor" strokeWidth="3.4">
      <path d="M18.6 6.2a8.6 8.6 0 1 0 2 5.8H12.4" />
    </Sign>
  )
}

/** Four panes. */
export function MicrosoftMark() {
  return (
    <Sign>
      <path d="M2 2h9.3v9.3H2zM12.7 2H22v9.3h-9.3zM2 12.7h9.3V22H2zM12.7 12.7H22V22h-9.3z" />
    </Sign>
  )
}

/** A disc with slanting lines. */
export function LinearMark() {
  return (
    <Sign>
      <path d="M2.1 13.6 10.4 21.9A10 10 0 0 1 2.1 13.6ZM2 10.7 13.3 22a10 10 0 0 0 2.7-.8L2.8 8A10 10 0 0 0 2 10.7ZM3.9 6.2 17.8 20.1a10 10 0 0 0 1.6-1.4L5.3 4.6a10 10 0 0 0-1.4 1.6ZM7.2 3.2A10 10 0 0 1 20.8 16.8Z" />
    </Sign>
  )
}

/** A thick ring. */
export function OktaMark() {
  return (
    <Sign fill="none" stroke="currentColor" strokeWidth="5.2">
      <circle cx="12" cy="12" r="7.6" />
    </Sign>
  )
}
