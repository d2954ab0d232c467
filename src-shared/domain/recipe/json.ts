import { z } from 'zod'
import { recipeProblemWords } from '../../words/en/recipe-problem'

export type Json = z.core.util.JSONType
export type JsonObject = { [key: string]: Json }

/** How deep the values of a node's parameters may be nested: no recipe needs it deeper, and every walk over one may recurse. */
export const MOST_NESTING = 32

/** Whether a value is nested at most `most` levels: a plain value is none. Does not recurse, so any depth can be asked about. */
export function isNestedWithin(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    level = level.filter((one) => typeof one === 'object' && one !== null)
    if (level.length > 0 && depth >= most) return false
    level = level.flatMap((one) => Object.values(one as object))
  }
  return true
}

/** JSON of a bounded depth. The depth comes first, because the check of the rest recurses. */
export const BoundedJson = z
  .unknown()
  .refine((value) => isNestedWithin(value, MOST_NESTING), { abort: true, error: recipeProblemWords.nestedTooDeep(MOST_NESTING) })
  .pipe(z.json()) as unknown as z.ZodType<Json, Json>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Length of a text in UTF-8, exact for all but lone surrogates. Makes no bytes: a text may be far longer than what is taken. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 0x7ff) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2
    else if (unit > 0x7f) bytes += 1
  }
  return bytes
}
