import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from '../lib/class-names'
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame'

const boxLook =
  'w-full rounded-control border border-line-strong bg-card px-2.5 text-body text-ink transition-colors duration-100 ' +
  'hover:border-muted focus-visible:border-focus focus-visible:outline-offset-0 aria-invalid:border-bad-ink'

export const inputLook = `h-8 ${boxLook}`
export const textAreaLook = `block py-1.5 ${boxLook}`

interface FieldProps extends ComponentProps<'input'>, FieldFrameProps {
  /** Inside the field, at its end. */
  action?: ReactNode
}

export function Field({ label, hint, problem, optional, action, className, id, ...input }: FieldProps) {
  const made = useId()
  const frame = { label, hint, problem, optional }
  const fieldId = id ?? made
  return (
    <FieldFrame id={fieldId} {...frame}>
      <div className="relative">
        <input
          {...input}
          id={fieldId}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={describedBy(fieldId, frame)}
          className={classNames(inputLook, action !== undefined && 'pr-9', className)}
        />
        {action !== undefined && <div className="absolute inset-y-0 right-0.5 flex items-center">{action}</div>}
      </div>
    </FieldFrame>
  )
}
