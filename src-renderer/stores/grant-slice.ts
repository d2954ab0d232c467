import type { GrantView } from '../../src-shared/contract/grant'
import { type Problem, problemFrom } from '../lib/problem'
import { createReader } from '../lib/reader'
import type { Slice } from './connect-store'

interface GrantData {
  /** That the actor gave, newest first; undefined until they were asked for. */
  grants: readonly GrantView[] | undefined
  grantsProblem: Problem | undefined
}

export const noGrants: GrantData = { grants: undefined, grantsProblem: undefined }

export interface GrantSlice extends GrantData {
  loadGrants(): Promise<void>
  revokeGrant(id: GrantView['id']): Promise<void>
  /** Reads them again where they are shown. */
  grantsChanged(): void
}

export const grantSlice: Slice<GrantSlice> = (set, get) => {
  const read = createReader(async (_all: 'all') => {
    const { epoch, client } = get()
    try {
      const { items } = await client.grant.list()
      if (get().epoch === epoch) set({ grants: items, grantsProblem: undefined })
    } catch (error) {
      if (get().epoch === epoch) set({ grantsProblem: problemFrom(error) })
    }
  })
  return {
    ...noGrants,
    loadGrants: () => read('all'),

    async revokeGrant(id) {
      const { epoch, client } = get()
      const revoked = await client.grant.revoke({ id })
      if (get().epoch !== epoch) return
      set(({ grants }) => ({ grants: grants?.map((grant) => (grant.id === id ? revoked : grant)) }))
    },

    grantsChanged() {
      if (get().grants !== undefined) void read('all')
    },
  }
}
