import { area } from '../chosen'

/** Grants that the person gave: what each permits, and what ends with it. */
export const grantWords = area('grant', {
  title: 'Grants you gave',
  toRecipes: 'Recipes',
  lead: 'Each lets one node of one recipe use a private connection of yours, in your name. It is signed with your key, and ends when you revoke it.',
  nothingYet: 'You gave no grants',
  nothingYetWhy:
    'Choosing a private connection of yours for a node of a recipe writes one. It then stands here, to export or revoke.',
  toTheRecipes: 'Open the recipes',
  inForce: 'In force',
  ended: 'Ended',

  active: 'Active',
  earlierVersion: 'Earlier version',
  expired: 'Expired',
  revoked: 'Revoked',
  ownerGone: 'Owner left',
  recipeRemoved: 'Recipe removed',
  uses: (connection: string) => `uses ${connection}`,
  given: 'Given',
  ends: 'Ends',
  endedAt: 'Ended',
  revokedAt: 'Revoked',
  noEnd: 'No end',
  verified: 'Signature verified',
  notVerified: 'Signature does not fit',

  exportReceipt: 'Export receipt',
  exported: (file: string) => `Saved ${file}`,
  copied: 'Copied the receipt',
  copiedDetail: 'Paste it into a file: the desktop application lets no page save one by itself.',
  revoke: 'Revoke',
  revokeTitle: (node: string) => `Revoke the grant of ${node}?`,
  revokeLead: (recipe: string, connection: string) =>
    `“${recipe}” stops at this node, deployed or not: it can no longer use ${connection}. The nodes before it still run.`,
  revokeAgain: 'You can grant it again from the node.',
  revokeButton: 'Revoke grant',
  revokedIt: (node: string) => `Revoked the grant of ${node}`,
})
