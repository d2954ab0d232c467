import type { ConnectionView } from '../../src-shared/contract/connection'
import type { FieldDescription } from '../../src-shared/domain/credential-type'
import { fieldProblems, type Problem } from './problem'

/** What stands in the fields that a type declares, by their names. */
export type DeclaredValues = Readonly<Partial<Record<string, string>>>

/** As `isSecretField` of the domain, which the first load cannot carry: it comes with zod. */
const isSecret = ({ kind }: FieldDescription): boolean => kind === 'secret' || kind === 'pem'

/** What a form begins with: what is known already, never a secret; of a choice the first option. */
export function startingValues(fields: readonly FieldDescription[], known: DeclaredValues): DeclaredValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, isSecret(field) ? '' : (known[field.name] ?? field.options?.[0]?.value ?? '')]),
  )
}

/** What is sent: trimmed, and nothing that was left empty. */
export function enteredValues(fields: readonly FieldDescription[], values: DeclaredValues): Record<string, string> {
  const entered = fields.map(({ name }) => [name, values[name]?.trim() ?? ''] as const)
  return Object.fromEntries(entered.filter(([, value]) => value !== ''))
}

/** What of it may be kept here, so that a form that must be shown again need not be filled in anew. */
export function publicValues(fields: readonly FieldDescription[], values: DeclaredValues): DeclaredValues {
  return enteredValues(
    fields.filter((field) => !isSecret(field)),
    values,
  )
}

export function isComplete(fields: readonly FieldDescription[], values: DeclaredValues): boolean {
  return fields.every(({ name, required }) => !required || (values[name]?.trim() ?? '') !== '')
}

/** The fields of a connection that were entered once and can be read back. */
export function valuesOfConnection(fields: readonly FieldDescription[], connection: ConnectionView): DeclaredValues {
  const details: Record<string, unknown> = { ...connection.details, scopes: connection.scopes, label: connection.account.label }
  const known = fields.map(({ name }) => [name, details[name]] as const)
  return Object.fromEntries(
    known.flatMap(([name, value]) => {
      if (typeof value === 'string') return [[name, value]]
      return Array.isArray(value) ? [[name, value.join(' ')]] : []
    }),
  )
}

/**
 * Why each field was refused, by its name.
 * @param prefix what stands before the name in the paths of an error: `fields.` for a connection's, nothing for an app's
 */
export function declaredProblems(
  fields: readonly FieldDescription[],
  problem: Problem | undefined,
  prefix: string,
): DeclaredValues {
  const byPath = fieldProblems(problem)
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const reason = byPath[`${prefix}${name}`]
      return reason === undefined ? [] : [[name, reason]]
    }),
  )
}
