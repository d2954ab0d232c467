import { genericFieldWords } from '../../../../src-shared/words/en/generic-fields'
import { invalidInput } from '../../error'

/** Where a key goes in a request. `parameter`: the header's or parameter's name, or the user name. */
export interface ApiKeyPlacement {
  placement: 'header' | 'query' | 'basic'
  parameter: string
  /** Before the key, in a header. */
  prefix: string | undefined
}

/** Headers that decide where a request goes, where it ends or who seems to send it, and are no place for a key. */
const reserved = new Set([
  // A name that `fetch` leaves out in silence: the key would not be sent, and a test would pass without it.
  '__proto__',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'date',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/
/** Visible ASCII, with spaces between: what a header's value can be without being cut or continued (section 5.5). */
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

/** Throws `INVALID_INPUT` naming `fields.<name>`. Each value is checked here again for what would break out of its place. */
export function apiKeyPlacement({ placement, parameter, prefix, key = '' }: Readonly<Record<string, string>>): ApiKeyPlacement {
  for (const [name, value] of Object.entries({ parameter, prefix, key }))
    if (value !== undefined && /\p{Cc}/u.test(value)) throw invalidInput(`fields.${name}`, genericFieldWords.mustBeOneLine)
  if (key === '') throw invalidInput('fields.key', genericFieldWords.mustBeThere)
  if (prefix !== undefined && placement !== 'header') throw invalidInput('fields.prefix', genericFieldWords.isHeaderAlone)
  if (placement === 'query') return { placement, parameter: parameter ?? 'api_key', prefix: undefined }
  if (placement === 'basic') return { placement, parameter: userName(parameter), prefix: undefined }
  if (placement === 'header') return header(parameter, prefix, key)
  throw invalidInput('fields.placement', genericFieldWords.mustBeOneHeader)
}

function header(parameter: string | undefined, prefix: string | undefined, key: string): ApiKeyPlacement {
  const name = (parameter ?? 'Authorization').toLowerCase()
  if (!TOKEN.test(name)) throw invalidInput('fields.parameter', genericFieldWords.mustBeNameHeader)
  if (reserved.has(name) || /^(proxy|sec|access-control)-/.test(name))
    throw invalidInput('fields.parameter', genericFieldWords.isHeaderNoKey)
  if (!HEADER_VALUE.test(key)) throw invalidInput('fields.key', genericFieldWords.mustFitHeader)
  if (prefix !== undefined && !HEADER_VALUE.test(prefix))
    throw invalidInput('fields.prefix', genericFieldWords.mustBePrintableAscii)
  return { placement: 'header', parameter: name, prefix: prefix ?? (parameter === undefined ? 'Bearer' : undefined) }
}

/** RFC 7617, section 2: the first colon ends it. */
function userName(parameter = ''): string {
  if (parameter.includes(':')) throw invalidInput('fields.parameter', genericFieldWords.mustHaveNoColon)
  return parameter
}
