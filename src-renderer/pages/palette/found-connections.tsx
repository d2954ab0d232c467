import { FlaskConical, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { paletteWords } from '../../../src-shared/words/en/palette'
import type { Rich } from '../../../src-shared/words/rich'
import { ProviderMark } from '../../components/provider-mark'
import { RichText } from '../../components/rich-text'
import { StatusBadge } from '../../components/status-badge'
import type { PaletteCommand } from '../../lib/palette-command'
import { useTypeName } from '../../stores/use-type-name'
import { PaletteGroup, PaletteItem } from './palette-item'

interface FoundConnectionsProps {
  command: PaletteCommand
  found: readonly ConnectionView[]
  onOpen(connection: ConnectionView): void
  onReconnect(connection: ConnectionView): void
  onTest(connection: ConnectionView): void
}

/** What was found, to open it or to do with it what was typed; and what could be done with the first of it. */
export function FoundConnections({ command, found, onOpen, onReconnect, onTest }: FoundConnectionsProps) {
  const { verb } = command
  const act = verb === 'reconnect' ? onReconnect : verb === 'test' ? onTest : onOpen
  // What the operator provides can only be opened, and what was removed has nothing to test.
  const able = verb === undefined ? found : found.filter((one) => !one.managed && (verb !== 'test' || one.status !== 'revoked'))
  const first = verb === undefined ? found.find(({ managed }) => !managed) : undefined
  const named = (name: ReactNode): Rich<ReactNode> => (verb === undefined ? [name] : paletteWords[verb](name))
  return (
    <>
      <PaletteGroup title={paletteWords.connections}>
        {able.map((connection) => (
          <PaletteItem key={connection.id} value={`${verb ?? 'open'}-${connection.id}`} onSelect={() => act(connection)}>
            <ProviderMark type={connection.type} size="small" />
            <span className="truncate font-medium">
              <RichText of={named(<bdi>{connection.name}</bdi>)} />
            </span>
            <Aside connection={connection} />
            {connection.status !== 'active' && (
              <span className="ml-auto hidden sm:block">
                <StatusBadge status={connection.status} />
              </span>
            )}
          </PaletteItem>
        ))}
      </PaletteGroup>
      {first !== undefined && (
        <PaletteGroup title={first.name}>
          {[
            <PaletteItem key="reconnect" value={`first-reconnect-${first.id}`} onSelect={() => onReconnect(first)}>
              <RotateCw className="mx-1 size-4 shrink-0 text-muted" aria-hidden />
              <span className="truncate">
                <RichText of={paletteWords.reconnect(first.name)} />
              </span>
            </PaletteItem>,
            ...(first.status === 'revoked'
              ? []
              : [
                  <PaletteItem key="test" value={`first-test-${first.id}`} onSelect={() => onTest(first)}>
                    <FlaskConical className="mx-1 size-4 shrink-0 text-muted" aria-hidden />
                    <span className="truncate">
                      <RichText of={paletteWords.test(first.name)} />
                    </span>
                  </PaletteItem>,
                ]),
          ]}
        </PaletteGroup>
      )}
    </>
  )
}

/** What tells it from others of its name: accounts of several services often bear the same. */
function Aside({ connection: { type, name, account } }: { connection: ConnectionView }) {
  const typeName = useTypeName(type)
  return (
    <>
      {typeName !== undefined && typeName !== name && <span className="shrink-0 text-muted">{typeName}</span>}
      {account.label !== name && <span className="hidden shrink-[99999] truncate text-muted sm:inline">{account.label}</span>}
    </>
  )
}
