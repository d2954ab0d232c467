import type { ValidationError } from '@orpc/server'
import type { ErrorData } from '../../../src-shared/contract/error'
import { requestWords } from '../../../src-shared/words/en/request'

type Issues = ValidationError['issues']
type Fields = NonNullable<ErrorData['fields']>

/** Each refused field by its dotted path, and why. An unknown key is named by its own path rather than by its parent's. */
export function invalidFields(issues: Issues): Fields {
  return issues.flatMap((issue) => {
    const path = pathOf(issue)
    const unknown = unknownKeys(issue)
    if (unknown.length === 0) return [{ path: path.join('.'), message: issue.message }]
    return unknown.map((key) => ({ path: [...path, key].join('.'), message: requestWords.notKnown }))
  })
}

/** Where a value of our own was invalid, for the log: paths and zod's issue codes, never the values. */
export const issuePlaces = (issues: Issues): string[] =>
  issues.map((issue) => `${pathOf(issue).join('.')}: ${'code' in issue ? String(issue.code) : 'invalid'}`)

function pathOf(issue: Issues[number]): string[] {
  return (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment))
}

/** zod reports every unknown key of an object in one issue on the object. */
function unknownKeys(issue: Issues[number]): string[] {
  return 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : []
}
