/** What the hosts say to a person. */
export const hostWords = {
  needsAttention: (name: string) => `${name} needs attention`,
} as const
