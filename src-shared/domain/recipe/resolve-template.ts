import { templateWords as words } from '../../words/en/template'
import { type Json, type JsonObject, utf8Length } from './json'
import { parseTemplate, type Reference } from './template'

/** What the texts, names and numbers in the parameters of one node may come to, in UTF-8 bytes. */
export const MOST_RESOLVED_BYTES = 1024 * 1024
/** Levels that they may come to. */
const MOST_RESOLVED_DEPTH = 64

/** Why parameters could not be resolved. Its message is a sentence for a person, and quotes nothing of an output. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  constructor(
    readonly code: 'TEMPLATE_MALFORMED' | 'TEMPLATE_MISSING' | 'TEMPLATE_TOO_LARGE' | 'TEMPLATE_TOO_DEEP',
    message: string,
    /** For `TEMPLATE_MISSING`: whose output was asked for, and for what of it. */
    readonly nodeId?: string,
    readonly path?: string,
  ) {
    super(message)
  }
}

/**
 * A value with what its templates stand for. A text that is one template and nothing else becomes what that stands for, of whatever
 * type; otherwise texts are joined, and what is no text as JSON. Own properties and indexes alone are followed; an answer shares
 * nothing with the outputs. Throws `TemplateError`.
 * @param outputs of the nodes that ran before, by id
 */
export function resolveTemplates<Value extends Json>(value: Value, outputs: ReadonlyMap<string, Json>): Value {
  return new Resolution(outputs).resolve(value, 0) as Value
}

class Resolution {
  private bytes = 0

  constructor(private readonly outputs: ReadonlyMap<string, Json>) {}

  /** The value, resolved, at so many levels. */
  resolve(value: Json, depth: number): Json {
    return typeof value === 'string' ? this.text(value, depth) : this.walk(value, depth, (one, at) => this.resolve(one, at))
  }

  /** As it is, for what came out of a node: a template in there is somebody else's text. */
  private copy(value: Json, depth: number): Json {
    return typeof value === 'string' ? this.counted(value) : this.walk(value, depth, (one, at) => this.copy(one, at))
  }

  private walk(value: Exclude<Json, string>, depth: number, each: (value: Json, depth: number) => Json): Json {
    if (depth > MOST_RESOLVED_DEPTH) throw new TemplateError('TEMPLATE_TOO_DEEP', words.tooDeep(MOST_RESOLVED_DEPTH))
    if (typeof value !== 'object' || value === null) {
      this.count(String(value).length)
      return value
    }
    this.count(2)
    if (Array.isArray(value)) {
      this.count(value.length)
      return value.map((one) => each(one, depth + 1))
    }
    const entries = Object.entries(value).flatMap(([key, one]): [string, Json][] => {
      // The one name that an assignment elsewhere could turn into more than a property.
      if (key === '__proto__' || one === undefined) return []
      this.count(utf8Length(key) + 2)
      return [[key, each(one, depth + 1)]]
    })
    return Object.fromEntries(entries) as JsonObject
  }

  private text(text: string, depth: number): Json {
    if (!text.includes('{{')) return this.counted(text)
    const parsed = parseTemplate(text)
    if ('fault' in parsed) throw new TemplateError('TEMPLATE_MALFORMED', words.malformed)
    const [only] = parsed.parts
    if (parsed.parts.length === 1 && typeof only === 'object') return this.copy(this.find(only), depth)
    // Of the parts alone: what they come to is no longer than that.
    const joined = parsed.parts.map((part) => {
      if (typeof part === 'string') return this.counted(part)
      const found = this.find(part)
      return typeof found === 'string' ? this.counted(found) : this.asJson(found, depth)
    })
    return joined.join('')
  }

  private asJson(value: Json, depth: number): string {
    const before = this.bytes
    const text = JSON.stringify(this.copy(value, depth))
    // What it is written as counts, and may be longer than what it is.
    this.bytes = before
    return this.counted(text)
  }

  private find({ nodeId, path }: Reference): Json {
    let value: Json | undefined = this.outputs.get(nodeId)
    for (const segment of path) value = ownValue(value, segment)
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      const asked = path.join('.')
      throw new TemplateError('TEMPLATE_MISSING', words.missing(nodeId, asked), nodeId, asked)
    }
    return value
  }

  private counted(text: string): string {
    this.count(utf8Length(text))
    return text
  }

  private count(bytes: number): void {
    this.bytes += bytes
    if (this.bytes > MOST_RESOLVED_BYTES) throw new TemplateError('TEMPLATE_TOO_LARGE', words.tooLarge)
  }
}

function ownValue(value: Json | undefined, segment: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return /^(?:0|[1-9]\d{0,8})$/.test(segment) ? value[Number(segment)] : undefined
  return Object.hasOwn(value, segment) ? value[segment] : undefined
}
