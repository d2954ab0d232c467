import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, type RefObject, useRef } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { classNames } from '../lib/class-names'
import { giveBackFocus } from './give-back-focus'
import { IconButton } from './icon-button'

interface DialogProps {
  title: string
  description?: ReactNode
  /** A question that must be answered: only its own buttons and Escape close it. */
  alert?: boolean
  hideTitle?: boolean
  className?: string
  /** Takes the focus with its caret where it is, where Radix would select all that is already typed. */
  focus?: RefObject<HTMLElement | null>
  /** Where the focus goes afterwards, where that is not what had it when the dialog opened. */
  returnTo?: Element | null
  onClose(): void
  children: ReactNode
}

/**
 * Open while mounted. Radix' own overlay is left out on purpose: it writes a <style> element while it shows, which the
 * page's content security policy refuses; the page never scrolls behind it anyway.
 */
export function Dialog({
  title,
  description,
  alert = false,
  hideTitle = false,
  className,
  focus,
  onClose,
  children,
  ...given
}: DialogProps) {
  const returnTo = useRef<Element | null>(null)
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="fade-in fixed inset-0 z-40 bg-backdrop" />
        <Radix.Content
          role={alert ? 'alertdialog' : 'dialog'}
          aria-modal
          {...(description === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            returnTo.current = given.returnTo ?? document.activeElement
            if (!focus?.current) return
            event.preventDefault()
            focus.current.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            giveBackFocus(returnTo.current)
          }}
          onPointerDownOutside={(event) => alert && event.preventDefault()}
          className={classNames(
            'rise-in fixed top-[14vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] max-w-[460px] -translate-x-1/2 flex-col',
            'overflow-y-auto rounded-float border border-line bg-float shadow-float outline-none',
            className,
          )}
        >
          <div className={hideTitle ? 'sr-only' : 'flex items-start gap-3 px-5 pt-4'}>
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-section">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description asChild>
                  <div className="mt-1 text-muted">{description}</div>
                </Radix.Description>
              )}
            </div>
            {!alert && !hideTitle && (
              <Radix.Close asChild>
                <IconButton label={commonWords.close} className="-mt-1 -mr-2">
                  <X />
                </IconButton>
              </Radix.Close>
            )}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-end gap-2 px-5 pt-4 pb-5">{children}</div>
}
