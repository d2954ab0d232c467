import { clickIcon, type Scene } from '../scene'

/** The audit, and what can be asked of it. */
export const audit: readonly Scene[] = [
  { name: 'audit', address: '/audit?events=45', shows: '[role=option]' },
  { name: 'audit that cannot be read', address: '/audit?failing=audit.list:INTERNAL', shows: 'main [role=alert]' },
  { name: 'audit with nothing in it', address: '/audit?events=0' },
  {
    name: 'audit, narrowed',
    address: '/audit?events=45&what=connection&who=demo-teammate&when=days&from=2020-01-01&to=2099-01-01',
    shows: '[role=option]',
  },
  { name: 'audit, nothing found', address: '/audit?events=45&q=zzz&what=vault', shows: 'main h2' },
  { name: 'audit that is whole', address: '/audit?events=3', act: clickIcon('shield-check'), shows: 'main [role=status] code' },
  {
    name: 'audit with a gap',
    address: '/audit?events=300&damaged=true',
    act: clickIcon('shield-check'),
    shows: 'main [role=status] li',
  },
]
