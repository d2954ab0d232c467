import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { classNames } from '../lib/class-names'

export interface FieldFrameProps {
  label: string
  hint?: ReactNode
  problem?: string
  /** Says so beside the label, where most fields of the form are required. */
  optional?: boolean
}

/** What the control in the frame is described by. */
export const describedBy = (id: string, { hint, problem }: FieldFrameProps): string | undefined =>
  classNames(hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`) || undefined

interface Framed extends FieldFrameProps {
  /** Of the control; where that is a group, the label's id is this with `-label`. */
  id: string
  group?: boolean
  children: ReactNode
}

/** Label, control, why it was refused, and what it is for: the same around every kind of field. */
export function FieldFrame({ id, label, hint, problem, optional = false, group = false, children }: Framed) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        {group ? (
          <span id={`${id}-label`} className="font-medium">
            {label}
          </span>
        ) : (
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
        )}
        {optional && <span className="text-muted text-small">{commonWords.optional}</span>}
      </div>
      {children}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="flex items-start gap-1.5 text-bad-ink text-small">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
