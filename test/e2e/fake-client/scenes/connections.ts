import { clickIcon, connection, press, type Scene, special } from '../scene'

export const connections: readonly Scene[] = [
  { name: 'active connection', address: connection(0) },
  { name: 'connection that needs a reconnect', address: connection(2) },
  { name: 'uninstalled connection', address: connection(13) },
  { name: 'connection in error', address: connection(24) },
  { name: 'removed connection', address: connection(35) },
  { name: 'installation', address: special(0) },
  { name: 'suspended installation', address: special(1) },
  { name: 'private connection in trouble', address: special(2) },
  { name: 'managed connection', address: special(3) },
  { name: 'connection of OAuth 2.0', address: special(4) },
  { name: 'key', address: special(5) },
  { name: 'connection that is not known', address: connection(400_000) },
  { name: 'tested connection', address: connection(0), act: press('t') },
  { name: 'diagnosed connection', address: connection(0), act: press('d') },
  { name: 'renaming a connection', address: connection(0), act: clickIcon('pencil') },
]
