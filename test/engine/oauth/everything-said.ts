import { inspect } from 'node:util'

/** All that an error could ever put into a log: every property, its stack and its causes. */
export const everythingSaid = (error: unknown): string => inspect(error, { depth: null, showHidden: true })

/** The error that a promise rejects with; throws when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected a rejection')
}
