import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import type { ReactNode } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { classNames } from '../lib/class-names'
import type { Notice } from '../stores/notice-slice'
import { Button } from './button'
import { IconButton } from './icon-button'
import { toneIcon, toneInk } from './tone'

interface NoticesProps {
  notices: readonly Notice[]
  onDismiss(id: number): void
  /** Notices of another make, beside these. */
  children?: ReactNode
}

/**
 * Radix' toasts rather than sonner's: that one writes a <style> element when it is loaded, which the page's content
 * security policy refuses. Announced by Radix in a live region of its own.
 */
export function Notices({ notices, onDismiss, children }: NoticesProps) {
  return (
    <Toast.Provider label={commonWords.notice} duration={6000} swipeDirection="right">
      {notices.map(({ id, text, detail, tone, action, lasting }) => (
        <Toast.Root
          key={id}
          duration={lasting ? Number.POSITIVE_INFINITY : undefined}
          onOpenChange={(open) => !open && onDismiss(id)}
          className="rise-in flex items-start gap-2.5 rounded-card border border-line bg-float py-2.5 pr-2 pl-3 shadow-float"
        >
          <ToneMark tone={tone} />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-medium">{text}</Toast.Title>
            {detail !== undefined && <Toast.Description className="text-muted text-small">{detail}</Toast.Description>}
            {detail !== undefined && <NoticeAction action={action} className="mt-2" />}
          </div>
          {detail === undefined && <NoticeAction action={action} className="-my-1" />}
          <Toast.Close asChild>
            <IconButton label={commonWords.dismiss} className="size-6 [&_svg]:size-3.5">
              <X />
            </IconButton>
          </Toast.Close>
        </Toast.Root>
      ))}
      {children}
      <Toast.Viewport
        label={commonWords.notices('F8')}
        className="fixed right-5 bottom-5 z-30 flex w-80 max-w-[calc(100vw-40px)] flex-col gap-2 outline-none"
      />
    </Toast.Provider>
  )
}

/** Below what explains it, else beside the text. */
function NoticeAction({ action, className }: Pick<Notice, 'action'> & { className: string }) {
  if (action === undefined) return null
  return (
    <Toast.Action asChild altText={action.label}>
      <Button className={className} onClick={action.run}>
        {action.label}
      </Button>
    </Toast.Action>
  )
}

function ToneMark({ tone }: Pick<Notice, 'tone'>) {
  const Icon = toneIcon[tone]
  return <Icon className={classNames('mt-0.5 size-4 shrink-0', toneInk[tone])} aria-hidden />
}
