import { Eye, EyeOff, FileKey } from 'lucide-react'
import { type ChangeEvent, type ComponentProps, useId, useRef, useState } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { classNames } from '../lib/class-names'
import { Button } from './button'
import { textAreaLook } from './field'
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame'
import { IconButton } from './icon-button'

interface PrivateKeyFieldProps extends FieldFrameProps, Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  value: string
  onChange(value: string): void
}

/** More than this is no key, and reading it would only freeze the page. */
const largestKey = 64 * 1024

/** A private key of several lines: pasted, or read from the file that the provider gave. Hidden like any other secret. */
export function PrivateKeyField({ label, hint, problem, optional, value, onChange, ...area }: PrivateKeyFieldProps) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const frame = { label, hint, problem, optional }
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file !== undefined && file.size <= largestKey) onChange(await file.text())
    // The same file chosen again is read again: it may have changed.
    target.value = ''
  }
  return (
    <FieldFrame id={id} {...frame}>
      <div className="relative">
        <textarea
          {...area}
          id={id}
          rows={4}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder="-----BEGIN RSA PRIVATE KEY-----"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={describedBy(id, frame)}
          className={classNames(
            textAreaLook,
            'resize-y pr-9 font-mono text-small',
            !shown && value !== '' && '[-webkit-text-security:disc]',
          )}
        />
        <IconButton
          label={shown ? commonWords.hide(label) : commonWords.show(label)}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute top-0.5 right-0.5"
        >
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      </div>
      <input ref={picker} type="file" accept=".pem,.key" hidden tabIndex={-1} onChange={(event) => void read(event)} />
      <Button className="self-start" onClick={() => picker.current?.click()}>
        <FileKey aria-hidden />
        {commonWords.chooseFile}
      </Button>
    </FieldFrame>
  )
}
