import { z } from 'zod'
import { ConnectionStatus } from '../status'

/** Why a node cannot be deployed or run, in the order in which they are looked for. The first that holds is told. */
const ProblemCode = z.enum([
  'CREDENTIAL_MISSING',
  'CREDENTIAL_NOT_FOUND',
  'PASSPORT_OWNER_ONLY',
  'CREDENTIAL_TYPE_MISMATCH',
  'CREDENTIAL_NOT_ACTIVE',
  'CREDENTIAL_NO_SUBJECT',
  'GRANT_MISSING',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** One node that stops a deployment. Of a private connection that the actor may not see, nothing but its code. */
export const RecipeProblem = z.object({
  nodeId: z.string(),
  nodeName: z.string(),
  code: ProblemCode,
  /** A sentence for a person. */
  message: z.string(),
  connectionId: z.string().optional(),
  /** For `CREDENTIAL_NOT_ACTIVE`. */
  status: ConnectionStatus.optional(),
  /** The managed type that is missing or not active, where it is about the delegated connection. */
  delegatedType: z.string().optional(),
  recovery: z.enum(['reconnect', 'select', 'grant', 'contact_operator', 'none']),
})
export type RecipeProblem = z.infer<typeof RecipeProblem>

/** A parameter that a node cannot do without. */
export const MissingParam = z.object({ path: z.string(), nodeId: z.string(), message: z.string() })
export type MissingParam = z.infer<typeof MissingParam>

/** Whether a recipe would be deployed now by whoever asks. */
export const Verdict = z.object({
  /** True only where both lists are empty. */
  ok: z.boolean(),
  problems: z.array(RecipeProblem),
  incomplete: z.array(MissingParam),
})
export type Verdict = z.infer<typeof Verdict>
