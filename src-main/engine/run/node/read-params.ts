import type { Json } from '../../../../src-shared/domain/recipe/json'
import { runNodeWords as words } from '../../../../src-shared/words/en/run-node'
import { unusable } from '../run-failure'

type Params = Readonly<Record<string, Json>>

const own = (params: Params, name: string): Json | undefined => (Object.hasOwn(params, name) ? params[name] : undefined)

/** A text that has to be there. What a template came to may be a number: it is written out. */
export function textOf(params: Params, name: string): string {
  const text = optionalText(params, name)
  if (text === undefined || text.trim() === '') throw unusable(words.mustBeThere(name))
  return text
}

export function optionalText(params: Params, name: string): string | undefined {
  const value = own(params, name)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw unusable(words.mustBeText(name))
}

/** What is read by people may be anything: a list or an object is written as JSON. */
export function anyText(params: Params, name: string): string | undefined {
  const value = own(params, name)
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : optionalText(params, name)
}

export function optionalNumber(params: Params, name: string): number | undefined {
  const text = optionalText(params, name)
  if (text === undefined || text.trim() === '') return undefined
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw unusable(words.mustBeNumber(name))
  return number
}

export function numberOf(params: Params, name: string): number {
  const number = optionalNumber(params, name)
  if (number === undefined) throw unusable(words.mustBeThere(name))
  return number
}

export function choiceOf<const Choice extends string>(params: Params, name: string, choices: readonly Choice[]): Choice {
  const text = textOf(params, name)
  const choice = choices.find((one) => one === text)
  if (choice === undefined) throw unusable(words.mustBeOneOf(name, choices.join(', ')))
  return choice
}
