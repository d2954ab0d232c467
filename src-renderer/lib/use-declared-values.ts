import { useState } from 'react'
import type { FieldDescription } from '../../src-shared/domain/credential-type'
import { type DeclaredValues, enteredValues, isComplete, startingValues } from './declared-values'

interface DeclaredForm {
  values: DeclaredValues
  change(name: string, value: string): void
  /** Whether everything required is there. */
  complete: boolean
  entered(): Record<string, string>
}

/** A form of declared fields while it is filled in. What is typed lives in its component alone and goes with it. */
export function useDeclaredValues(fields: readonly FieldDescription[], known: DeclaredValues): DeclaredForm {
  const [values, setValues] = useState(() => startingValues(fields, known))
  return {
    values,
    change: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    complete: isComplete(fields, values),
    entered: () => enteredValues(fields, values),
  }
}
