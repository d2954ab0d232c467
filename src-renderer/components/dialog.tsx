import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { classNames } from '../lib/class-names'
import { IconButton } from './icon-button'

interface DialogProps {
  title: string
  description?: ReactNode
  /** A question that must be answered: only its own buttons and Escape close it. */
  alert?: boolean
  hideTitle?: boolean
  className?: string
  onClose(): void
  children: ReactNode
}

/**
 * Open while mounted. Radix' own overlay is left out on purpose: it writes a <style> element while it shows, which the
 * page's content security policy refuses; the page never scrolls behind it anyway.
 */
export function Dialog({ title, description, alert = false, hideTitle = false, className, onClose, children }: DialogProps) {
  const returnTo = useRef<Element | null>(null)
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="fade-in fixed inset-0 z-40 bg-backdrop" />
        <Radix.Content
          role={alert ? 'alertdialog' : 'dialog'}
          {...(description === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            returnTo.current = document.activeElement
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
                <IconButton label="Close" className="-mt-1 -mr-2">
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

/** Where it came from, or the page itself where that has gone meanwhile. */
function giveBackFocus(element: Element | null): void {
  const target = element instanceof HTMLElement && element.isConnected && element !== document.body ? element : undefined
  const fallback = document.getElementById('page')
  ;(target ?? fallback)?.focus({ preventScroll: true })
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-end gap-2 px-5 pt-4 pb-5">{children}</div>
}
