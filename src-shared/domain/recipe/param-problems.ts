import { recipeProblemWords as words } from '../../words/en/recipe-problem'
import { isJsonObject, type Json } from './json'
import { nodeParams, type ParamRule } from './node-params'
import type { RecipeNode } from './recipe'

/** A place in a recipe, and what is wrong there. */
export interface PlacedProblem {
  path: string
  message: string
}

/** Parameters that the node's kind does not have, or not like that. `at` is the path of the node's parameters. */
export function paramProblems({ kind, params }: Pick<RecipeNode, 'kind' | 'params'>, at: string): PlacedProblem[] {
  const rules = nodeParams[kind]
  if (rules === null) return []
  return Object.entries(params).flatMap(([name, value]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    const path = `${at}.${name}`
    if (rule === undefined) return { path, message: words.unknownParam(Object.keys(rules)) }
    return valueProblems(rule, value, path)
  })
}

function valueProblems(rule: ParamRule, value: Json, path: string): PlacedProblem[] {
  const { type, oneOf, anyCase } = rule
  if (holdsTemplate(value)) return []
  if (oneOf !== undefined) {
    const text = typeof value === 'string' ? (anyCase ? value.toUpperCase() : value) : ''
    // Empty counts as missing, which is no problem yet.
    return value === '' || oneOf.includes(text) ? [] : [{ path, message: words.mustBeOneOf(oneOf) }]
  }
  if (type === 'text') return typeof value === 'string' ? [] : [{ path, message: words.mustBeText }]
  if (type === 'number') return isNumber(value) ? [] : [{ path, message: words.mustBeNumber }]
  if (type === 'json') return []
  if (!isJsonObject(value)) return [{ path, message: words.mustBeTexts }]
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? [] : [{ path: `${path}.${key}`, message: words.mustBeText }],
  )
}

/** What it stands for is known when it is run. */
const holdsTemplate = (value: Json): boolean => typeof value === 'string' && value.includes('{{')

const isNumber = (value: Json): boolean =>
  typeof value === 'number' || (typeof value === 'string' && (value.trim() === '' || Number.isFinite(Number(value))))
