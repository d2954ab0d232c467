import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { commonWords } from '../../src-shared/words/en/common'
import { Field } from './field'
import { IconButton } from './icon-button'

/** A secret being typed: hidden until the person wants to see it, and kept from spelling checkers. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'action'>) {
  const [shown, setShown] = useState(false)
  return (
    <Field
      spellCheck={false}
      autoCapitalize="off"
      {...props}
      type={shown ? 'text' : 'password'}
      action={
        <IconButton
          label={shown ? commonWords.hide(props.label) : commonWords.show(props.label)}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      }
    />
  )
}
