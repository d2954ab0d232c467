import { ORPCError } from '@orpc/client'
import type { ErrorCode, ErrorData, Recovery } from '../../src-shared/contract/error'
import { problemWords } from '../../src-shared/words/en/problem'

/** An error as the page needs it: a sentence, a way out, and the code at hand. */
export interface Problem {
  /** `ENGINE_GONE` is the page's own: nothing answered at all. */
  code: ErrorCode | 'ENGINE_GONE' | (string & {})
  sentence: string
  recovery: Recovery
  data: Partial<ErrorData>
}

const recoveries: readonly string[] = [
  'reconnect',
  'select',
  'grant',
  'unlock',
  'retry',
  'edit_input',
  'contact_operator',
  'none',
] satisfies Recovery[]

export function problemFrom(error: unknown): Problem {
  if (!(error instanceof ORPCError)) {
    return { code: 'ENGINE_GONE', sentence: problemWords.engineGone, recovery: 'retry', data: {} }
  }
  const data = asErrorData(error.data)
  return { code: error.code, sentence: error.message, recovery: data.recovery ?? 'none', data }
}

function asErrorData(data: unknown): Partial<ErrorData> {
  if (typeof data !== 'object' || data === null) return {}
  const { recovery } = data as Record<string, unknown>
  const known = typeof recovery === 'string' && recoveries.includes(recovery)
  return { ...(data as Partial<ErrorData>), recovery: known ? (recovery as Recovery) : undefined }
}

/** Why each field was refused, by its name. */
export function fieldProblems(problem: Problem | undefined): Partial<Record<string, string>> {
  if (problem?.code !== 'INVALID_INPUT') return {}
  return Object.fromEntries((problem.data.fields ?? []).map(({ path, message }) => [path, asSentence(message)]))
}

function asSentence(message: string): string {
  const text = message.trim()
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
}

/** What a person hands to support: the code, its ids and the sentence, never a secret (none is in an error). */
export function problemDetails({ code, sentence, data }: Problem): string {
  const { recovery: _recovery, fields, problems, ...ids } = data
  const lines = Object.entries(ids)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${String(value)}`)
  const perField = (fields ?? []).map(({ path, message }) => `field ${path || problemWords.wholeRequest}: ${message}`)
  const perNode = (problems ?? []).map((problem) => `node ${problem.nodeId}: ${problem.code}`)
  return [`code: ${code}`, `message: ${sentence}`, ...lines, ...perField, ...perNode].join('\n')
}
