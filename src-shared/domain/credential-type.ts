import { z } from 'zod'

/**
 * Every credential type, in the order of the directory: the table of the Connect specification, generic types after it, then
 * what is declared on those. A new provider adds its key here.
 */
export const credentialTypeKeys = [
  'slackApi',
  'githubApi',
  'neurocadUserIdentityApi',
  'serviceApi',
  'neurocadDesktopApi',
  'webhook_source',
  'genericOAuth2',
  'genericApiKey',
  'googleApi',
  'microsoftApi',
  'linearApi',
  'oktaApi',
] as const
export const CredentialTypeKey = z.enum(credentialTypeKeys)
export type CredentialTypeKey = z.infer<typeof CredentialTypeKey>

export const Visibility = z.enum(['org', 'private'])
export type Visibility = z.infer<typeof Visibility>

/**
 * How a connection of a type comes to be: the provider is asked (`authorization`), a person enters what it consists of
 * (`fields`), the operator's file says so (`operator`), or a recipe makes it while it runs (`runtime`).
 */
const Creation = z.enum(['authorization', 'fields', 'operator', 'runtime'])

/** Where a person can read on, shown on the type page. */
const HelpLink = z.object({ label: z.string(), url: z.url() })

/** Something a person enters. `secret` and `pem` can be written and never read back. */
export const FieldDescription = z.object({
  name: z.string(),
  label: z.string(),
  /** `list`: values separated by spaces or commas. `pem`: a private key of several lines. */
  kind: z.enum(['text', 'url', 'list', 'choice', 'secret', 'pem']),
  required: z.boolean(),
  help: z.string().optional(),
  /** For `choice`, the first of them is preselected. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  placeholder: z.string().optional(),
})
export type FieldDescription = z.infer<typeof FieldDescription>

export const isSecretField = ({ kind }: Pick<FieldDescription, 'kind'>): boolean => kind === 'secret' || kind === 'pem'

/** What the type page and the directory tell a person about a type. Declared once, in the provider's file. */
export const TypeDescription = z.object({
  type: CredentialTypeKey,
  name: z.string(),
  description: z.string(),
  category: z.string(),
  visibility: Visibility,
  managed: z.boolean(),
  creation: Creation,
  /** False for what only recipes make: it has no card and no page. */
  inDirectory: z.boolean(),
  /** Names of the recipe nodes that use it, as the canvas shows them. */
  usedBy: z.array(z.string()),
  scopes: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Entered with every connection of this type, before authorizing where it is authorized. */
  fields: z.array(FieldDescription),
  /** What a person's own app at the provider consists of; empty where no app is needed. */
  appFields: z.array(FieldDescription),
  /** Short paragraphs: what to do at the provider so that recipes work. */
  help: z.array(z.string()),
  helpLinks: z.array(HelpLink),
})
export type TypeDescription = z.infer<typeof TypeDescription>
