import type { Json } from '../../../../src-shared/domain/recipe/json'
import { runNodeWords as words } from '../../../../src-shared/words/en/run-node'
import { unusable } from '../run-failure'

/** Of one list. */
const MOST_ITEMS = 1000

type Params = Readonly<Record<string, Json>>
const own = (params: Params, name: string): Json | undefined => (Object.hasOwn(params, name) ? params[name] : undefined)

/**
 * Which way a `control.if` leads: `value` compared with `equals`, `notEquals` or `contains` where one of them is there (all of them,
 * where several are), else whether `value` or `condition` stands for something.
 */
export function conditionOf(params: Params): boolean {
  const value = own(params, 'value') ?? own(params, 'condition') ?? null
  const [equals, notEquals, contains] = ['equals', 'notEquals', 'contains'].map((name) => own(params, name))
  if (equals === undefined && notEquals === undefined && contains === undefined) return standsForSomething(value)
  return (
    (equals === undefined || isSame(value, equals)) &&
    (notEquals === undefined || !isSame(value, notEquals)) &&
    (contains === undefined || holds(value, contains))
  )
}

/** The items of a `control.each`. */
export function itemsOf(params: Params): Json[] {
  const items = own(params, 'items')
  if (!Array.isArray(items)) throw unusable(words.mustBeList)
  if (items.length > MOST_ITEMS) throw unusable(words.tooManyItems(MOST_ITEMS))
  return items
}

/** What people type is text: `"3"` and 3, `"true"` and true are the same here. */
const isSame = (one: Json, other: Json): boolean => written(one) === written(other)
const written = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

function holds(value: Json, part: Json): boolean {
  if (Array.isArray(value)) return value.some((item) => isSame(item, part))
  if (typeof value === 'object' && value !== null) return Object.hasOwn(value, written(part))
  return written(value).includes(written(part))
}

function standsForSomething(value: Json): boolean {
  if (typeof value === 'string') return !['', 'false', '0', 'null', 'no'].includes(value.trim().toLowerCase())
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return value !== null && value !== false && value !== 0
}
