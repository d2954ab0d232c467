/** The two people of the demo's one organisation. */

export const demoOrg = 'org_demo_larkspur'

export const demoAccounts = {
  owner: { subject: 'user_demo_ada', label: 'Ada Lindqvist' },
  teammate: { subject: 'user_demo_noor', label: 'Noor Haddad' },
} as const
