import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { Button } from './button'
import { IconButton } from './icon-button'

interface CopyButtonProps {
  /** What it copies, for its label: "credential id". */
  what: string
  text: string
  /** With its words beside the icon. */
  wide?: boolean
  /** In words of its own rather than "Copy" and what. */
  label?: string
}

export function CopyButton({ what, text, wide = false, ...given }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1600)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  const Icon = copied ? Check : Copy
  const label = copied ? commonWords.copied : (given.label ?? commonWords.copy(what))
  return (
    <>
      {wide ? (
        <Button look="secondary" onClick={copy}>
          <Icon aria-hidden />
          {label}
        </Button>
      ) : (
        <IconButton label={label} onClick={copy} className="size-6 [&_svg]:size-3.5">
          <Icon aria-hidden />
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {copied ? commonWords.copied : ''}
      </span>
    </>
  )
}
