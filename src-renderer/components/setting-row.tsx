import { type ReactNode, useId } from 'react'
import type { Problem } from '../lib/problem'
import { ProblemNotice } from './problem-notice'

/** Rows of one section under each other, in one card. */
export function SettingCard({ children }: { children: ReactNode }) {
  return <div className="divide-y divide-line rounded-card border border-line bg-card">{children}</div>
}

/** For a control that has no label of its own. */
interface Labelled {
  id: string
  'aria-labelledby': string
  'aria-describedby': string | undefined
}

interface SettingRowProps {
  title: ReactNode
  description?: ReactNode
  /** At the right, or below where there is no room. */
  control?: ReactNode | ((labelled: Labelled) => ReactNode)
  /** The control is a group of several, which a label cannot be for. */
  group?: boolean
  /** Why the last change was refused. */
  problem?: Problem | undefined
  onRetry?: () => void
  /** Below, across the whole row. */
  children?: ReactNode
}

/** What a setting is, what it does, its control, and what went wrong with it. */
export function SettingRow({ title, description, control, group = false, problem, onRetry, children }: SettingRowProps) {
  const id = useId()
  const labelled: Labelled = {
    id: `${id}-control`,
    'aria-labelledby': `${id}-title`,
    'aria-describedby': description === undefined ? undefined : `${id}-description`,
  }
  return (
    <div className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="min-w-42 flex-1">
          {typeof control === 'function' && !group ? (
            <label id={`${id}-title`} htmlFor={labelled.id} className="font-medium">
              {title}
            </label>
          ) : (
            <p id={`${id}-title`} className="font-medium">
              {title}
            </p>
          )}
          {description !== undefined && (
            <p id={`${id}-description`} className="max-w-[64ch] text-muted text-small">
              {description}
            </p>
          )}
        </div>
        {typeof control === 'function' ? control(labelled) : control}
      </div>
      {children}
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={onRetry} />}
    </div>
  )
}

export function SettingSkeleton({ rows }: { rows: number }) {
  return (
    <SettingCard>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and stay where they are.
        <div key={row} className="flex h-15 items-center px-4" aria-hidden>
          <div className="skeleton h-4 w-48 max-w-full" />
        </div>
      ))}
    </SettingCard>
  )
}
