import { z } from 'zod'

/** The types whose flow works today, in the order of the directory. A new provider adds its key here. */
export const credentialTypeKeys = ['slackApi'] as const
export const CredentialTypeKey = z.enum(credentialTypeKeys)
export type CredentialTypeKey = z.infer<typeof CredentialTypeKey>

export const Visibility = z.enum(['org', 'private'])
export type Visibility = z.infer<typeof Visibility>

/** Where a person can read on, shown on the type page. */
const HelpLink = z.object({ label: z.string(), url: z.url() })

/** What the type page and the directory tell a person about a type. Declared once, in the provider's file. */
export const TypeDescription = z.object({
  type: CredentialTypeKey,
  name: z.string(),
  description: z.string(),
  category: z.string(),
  visibility: Visibility,
  managed: z.boolean(),
  /** Names of the recipe nodes that use it, as the canvas shows them. */
  usedBy: z.array(z.string()),
  scopes: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Short paragraphs: what to do at the provider so that recipes work. */
  help: z.array(z.string()),
  helpLinks: z.array(HelpLink),
})
export type TypeDescription = z.infer<typeof TypeDescription>
