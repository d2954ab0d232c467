import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from '../lib/class-names'

export const inputLook =
  'h-8 w-full rounded-control border border-line-strong bg-card px-2.5 text-body text-ink transition-colors duration-100 ' +
  'hover:border-muted focus-visible:border-focus focus-visible:outline-offset-0 aria-invalid:border-bad-ink'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: ReactNode
  problem?: string
  /** Inside the field, at its end. */
  action?: ReactNode
}

export function Field({ label, hint, problem, action, className, id, ...input }: FieldProps) {
  const made = useId()
  const fieldId = id ?? made
  const hintId = `${fieldId}-hint`
  const problemId = `${fieldId}-problem`
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={fieldId} className="font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={fieldId}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={classNames(hint !== undefined && hintId, problem !== undefined && problemId) || undefined}
          className={classNames(inputLook, action !== undefined && 'pr-9', className)}
        />
        {action !== undefined && <div className="absolute inset-y-0 right-0.5 flex items-center">{action}</div>}
      </div>
      {problem !== undefined && (
        <p id={problemId} role="alert" className="flex items-start gap-1.5 text-small text-bad-ink">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className="text-small text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
