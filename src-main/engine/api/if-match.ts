import { requestWords } from '../../../src-shared/words/en/request'
import { invalidInput } from '../error'

/**
 * The version an `If-Match` header names (RFC 9110, section 13.1.1): `"3"`, `W/"3"` or a bare `3`. `*` and no header give
 * undefined: any version will do. Throws `INVALID_INPUT` on anything else, lists included, since a connection has one version.
 */
function versionFromIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined
  const match = /^(?:(?:W\/)?"([1-9]\d{0,14})"|([1-9]\d{0,14}))$/.exec(header.trim())
  const digits = match?.[1] ?? match?.[2]
  if (digits === undefined) throw invalidInput('If-Match', requestWords.mustBeOneVersion)
  return Number(digits)
}

/** The version of a request that may name it in its body, in the header, or alike in both. */
export function expectedVersion(inBody: number | undefined, header: string | undefined): number | undefined {
  const inHeader = versionFromIfMatch(header)
  if (inBody !== undefined && inHeader !== undefined && inBody !== inHeader) {
    throw invalidInput('If-Match', requestWords.otherVersion)
  }
  return inHeader ?? inBody
}
