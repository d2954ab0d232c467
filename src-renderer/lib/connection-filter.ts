import type { Inputs } from '../../src-shared/contract'
import { statusLook } from './status-look'

/** Which connections a list shows; what is absent does not narrow it. */
export type ConnectionFilter = Pick<Inputs['connection']['list'], 'type' | 'status' | 'visibility' | 'needs' | 'query'>

/** In the order in which an address names them. */
const names = ['query', 'type', 'status', 'visibility', 'needs'] as const satisfies (keyof ConnectionFilter)[]

const inAddress: Record<(typeof names)[number], string> = {
  query: 'q',
  type: 'type',
  status: 'status',
  visibility: 'visibility',
  needs: 'needs',
}

/** As many as the contract takes. */
const queryAtMost = 200

/** What may stand in an address. A type is not checked against those there are: the directory knows them, not the page. */
const allowed: Record<(typeof names)[number], (value: string) => boolean> = {
  query: (value) => value.trim() !== '',
  type: (value) => /^\w{1,64}$/.test(value),
  status: (value) => Object.hasOwn(statusLook, value),
  visibility: (value) => value === 'org' || value === 'private',
  needs: (value) => value === 'attention',
}

/** The query of an address as a filter. An address is typed and shared by hand, so what it cannot mean is left out. */
export function filterFromQuery(search: string): ConnectionFilter {
  const parameters = new URLSearchParams(search)
  const found = names.flatMap((name) => {
    const value = parameters.get(inAddress[name])?.slice(0, queryAtMost)
    return value != null && allowed[name](value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}

/** `?q=acme&status=error`; empty where nothing is filtered. The same filter is always the same address. */
export function filterToQuery(filter: ConnectionFilter): string {
  const parameters = new URLSearchParams()
  for (const name of names) {
    const value = filter[name]
    if (value !== undefined && value !== '') parameters.set(inAddress[name], value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}

export const isFiltered = (filter: ConnectionFilter): boolean => filterToQuery(filter) !== ''
