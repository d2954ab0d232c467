import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

interface IconButtonProps extends ComponentProps<'button'> {
  label: string
}

export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(
        'no-drag inline-flex size-7 shrink-0 items-center justify-center rounded-control text-muted',
        'transition-colors duration-100 hover:bg-hover hover:text-ink [&_svg]:size-4',
        className,
      )}
    />
  )
}
