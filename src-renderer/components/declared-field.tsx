import { useId } from 'react'
import type { FieldDescription } from '../../src-shared/domain/credential-type'
import { Field } from './field'
import { describedBy, FieldFrame } from './field-frame'
import { PasswordField } from './password-field'
import { PrivateKeyField } from './private-key-field'
import { Segments } from './segments'

interface DeclaredFieldProps {
  field: FieldDescription
  value: string
  problem: string | undefined
  onChange(value: string): void
}

/** Words of the person's own. Everything else is a value that is copied, where each character counts. */
const ownWords: ReadonlySet<string> = new Set(['label'])

/** One field as its type declares it. */
export function DeclaredField({ field, value, problem, onChange }: DeclaredFieldProps) {
  const { name, label, kind, required, help, placeholder, options = [] } = field
  const id = useId()
  const frame = { label, problem, hint: help, optional: !required }
  const input = { name, value, required, placeholder, autoComplete: 'off' }
  switch (kind) {
    case 'choice':
      return (
        <FieldFrame id={id} group {...frame}>
          <Segments
            aria-labelledby={`${id}-label`}
            aria-describedby={describedBy(id, frame)}
            value={value}
            onValueChange={onChange}
            options={options}
          />
        </FieldFrame>
      )
    case 'pem':
      return <PrivateKeyField {...frame} name={name} required={required} value={value} onChange={onChange} />
    case 'secret':
      return (
        <PasswordField
          {...frame}
          {...input}
          onChange={(event) => onChange(event.target.value)}
          className="font-mono text-small"
        />
      )
    default:
      return (
        <Field
          {...frame}
          {...input}
          inputMode={kind === 'url' ? 'url' : undefined}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => onChange(event.target.value)}
          className={ownWords.has(name) ? undefined : 'font-mono text-small'}
        />
      )
  }
}
