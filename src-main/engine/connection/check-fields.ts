import type { FieldDescription } from '../../../src-shared/domain/credential-type'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError } from '../error'

/**
 * What a person entered, against what the type declares: trimmed, nothing missing, nothing unknown, nothing empty kept.
 * Throws `INVALID_INPUT` naming every field that is wrong, as `<prefix><name>`.
 */
export function checkFields(
  declared: readonly FieldDescription[],
  entered: Readonly<Record<string, string | undefined>>,
  prefix = '',
): Record<string, string> {
  const values = new Map(Object.entries(entered).map(([name, value]) => [name, value?.trim() ?? '']))
  const problems = [
    ...declared.flatMap((field) => problemOf(field, values.get(field.name) ?? '') ?? []),
    ...[...values.keys()]
      .filter((name) => entered[name] !== undefined && !declared.some((field) => field.name === name))
      .map((name) => ({ name, message: refusalWords.notAField })),
  ]
  if (problems.length > 0) {
    throw new EngineError('INVALID_INPUT', {
      fields: problems.map(({ name, message }) => ({ path: `${prefix}${name}`, message })),
    })
  }
  return Object.fromEntries(declared.flatMap(({ name }) => (values.get(name) ? [[name, values.get(name) ?? '']] : [])))
}

function problemOf({ name, kind, required, options }: FieldDescription, value: string) {
  if (value === '') return required ? { name, message: refusalWords.mustBeThere } : undefined
  if (kind !== 'pem' && /\p{Cc}/u.test(value)) return { name, message: refusalWords.mustBeOneLine }
  // Half a surrogate pair has no UTF-8: no request could carry it.
  if (/\p{Cs}/u.test(value)) return { name, message: refusalWords.wholeCharacters }
  if (kind === 'url' && !isWebAddress(value)) return { name, message: refusalWords.mustBeHttps }
  if (kind === 'choice' && !options?.some((option) => option.value === value)) {
    return { name, message: refusalWords.mustBeOneOf(options?.map((option) => option.value) ?? []) }
  }
  return undefined
}

// Whether http is allowed there (on this machine alone) is decided where a request is sent, for every request.
const isWebAddress = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
