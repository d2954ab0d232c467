interface ProgressProps {
  label: string
  done: number
  of: number
}

/** How far something is: a bar, and the same for those who do not see it. */
export function Progress({ label, done, of }: ProgressProps) {
  const percent = of === 0 ? 100 : Math.min(100, Math.floor((done / of) * 100))
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="block h-1.5 min-w-16 max-w-80 flex-1 overflow-hidden rounded-full bg-pressed"
    >
      <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
    </span>
  )
}
