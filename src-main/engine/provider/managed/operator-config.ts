import { z } from 'zod'
import { operatorFileWords } from '../../../../src-shared/words/en/operator-file'
import { isLoopback } from '../../oauth/loopback'

/** Where a managed connection's requests go. Encrypted, except on this machine. */
const Address = text(2000).superRefine((value, context) => {
  const message = addressProblem(value)
  if (message !== undefined) context.addIssue({ code: 'custom', message })
})

const ServiceEntry = entry({
  tokenUrl: Address,
  clientId: text(500),
  /** Sealed when it is read; afterwards it may be taken out of the file. */
  clientSecret: text(4096).optional(),
  /** RFC 6749, section 3.3. */
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, operatorFileWords.mustBeScope), {
      error: operatorFileWords.mustBeListScopes,
    })
    .max(50)
    .optional(),
  edaUrl: Address,
  mechanicalUrl: Address,
})
const DesktopEntry = entry({ sessionManagerUrl: Address })

/** The file `operator.json` of a data folder. An entry that is not there is withdrawn. */
const OperatorConfig = entry({
  format: z.literal(1, { error: operatorFileWords.mustBeFormat1 }),
  serviceApi: ServiceEntry.optional(),
  neurocadDesktopApi: DesktopEntry.optional(),
})
export type OperatorConfig = z.infer<typeof OperatorConfig>

/** Its content, or why it is not used: every wrong field by its dotted path, and never what stands in it. */
export function readOperatorConfig(content: string): { config: OperatorConfig } | { problem: string } {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    // The parser's own words quote the text around the mistake, which may be the secret.
    return { problem: operatorFileWords.notJson }
  }
  const { data, error } = OperatorConfig.safeParse(json)
  if (data !== undefined) return { config: data }
  return { problem: operatorFileWords.notUsed(error.issues.flatMap(fieldProblems).join('; ')) }
}

function fieldProblems(issue: z.core.$ZodIssue): string[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key.slice(0, 64)]) : [issue.path]
  const message = issue.code === 'unrecognized_keys' ? operatorFileWords.isNotKnownHere : issue.message
  return keys.map((path) => `${path.join('.') || operatorFileWords.theWhole} ${message}`)
}

function addressProblem(value: string): string | undefined {
  if (!URL.canParse(value) || /\s/.test(value)) return operatorFileWords.mustBeAddressBegins
  const { protocol, username, password } = new URL(value)
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(value))) return operatorFileWords.mustBeginHttps
  if (username !== '' || password !== '') return operatorFileWords.mustNotHoldUser
  return value.includes('#') ? operatorFileWords.mustNotHaveFragment : undefined
}

function text(longest: number) {
  const tooLong = operatorFileWords.mustBeMostCharacters(longest)
  return (
    z
      .string({ error: missingOr(operatorFileWords.mustBeText) })
      .min(1, operatorFileWords.mustNotBeEmpty)
      .max(longest, tooLong)
      // Half a surrogate pair has no UTF-8, and no client id or secret has a control character (RFC 6749, appendix A).
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, operatorFileWords.mustBeOneLine)
  )
}

function entry<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, { error: missingOr(operatorFileWords.mustBeObject) })
}

function missingOr(message: string) {
  return ({ input, code }: { input?: unknown; code?: string }) =>
    code === 'unrecognized_keys' ? undefined : input === undefined ? operatorFileWords.mustBeThere : message
}
