import { z } from 'zod'
import { requestWords } from '../words/en/request'

/**
 * One line of text that a person gives something as its name. Control characters would break lists and logs, and half a
 * surrogate pair has no UTF-8: what is read back would not be what was sealed (RFC 8785, section 3.2.2.2).
 */
export const DisplayName = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, requestWords.mustBeOneLine)
