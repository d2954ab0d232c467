import { randomBytes } from 'node:crypto'
import { ulid } from 'ulid'

/** What a peer keeps for a connection: the same facts, and as long a secret, as `filledVault` has. */
export interface Entry {
  id: string
  type: string
  name: string
  account: { id: string; label: string }
  owner: { subject: string; label: string }
  details: Record<string, string>
  scopes: string[]
  addedAt: string
  secret: Record<string, string>
}

export function entry(index: number): Entry {
  const label = labelOf(index)
  return {
    id: `cred_${ulid()}`,
    type: 'slackApi',
    name: label,
    account: { id: `T${String(index).padStart(9, '0')}`, label },
    owner: { subject: 'bench', label: 'Bench' },
    details: { teamId: `T${index}`, appId: 'A000000001', botUserId: `U${index}` },
    scopes: ['channels:read', 'channels:history', 'chat:write'],
    addedAt: new Date().toISOString(),
    secret: secretOf(index),
  }
}

/** 1 KiB that no compression makes smaller, as tokens are. */
export const secretOf = (index: number): Record<string, string> => ({
  accessToken: `xoxb-${String(index).padStart(12, '0')}`,
  more: randomBytes(720).toString('base64'),
})

export const labelOf = (index: number): string => `${words[index % words.length]} ${words[(index * 7) % words.length]} ${index}`

const words =
  'Acme Birch Cedar Delta Ember Flint Grove Harbor Indigo Juniper Kestrel Lumen Maple Nimbus Orchid Pine Quartz River Sable Tundra'.split(
    ' ',
  )
